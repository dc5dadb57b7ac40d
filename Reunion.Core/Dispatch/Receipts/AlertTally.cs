using Reunion.Core.Alerts;
using Reunion.Core.Common;

namespace Reunion.Core.Dispatch.Receipts;

/// <summary>What came of one alert, for all partners or for one.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="Code">Its code.</param>
/// <param name="Mode">What it is for.</param>
/// <param name="IssuedAtUtc">When it was issued.</param>
/// <param name="Rings">Its rings, by when they were sent.</param>
/// <param name="TipsElsewhere">Tips that name no place, or one outside every ring; duplicates are left out.</param>
public sealed record AlertTally(
    AlertId Alert, string Code, AlertMode Mode, DateTimeOffset IssuedAtUtc, IReadOnlyList<RingTally> Rings, int TipsElsewhere)
{
    /// <summary>Phones in batches that partners took.</summary>
    public long Sent => Rings.Sum(r => r.Sent);

    /// <summary>Phones that partners say showed the alert.</summary>
    public long Delivered => Rings.Sum(r => r.Delivered);

    /// <summary>Phones on which they say it was opened.</summary>
    public long Opened => Rings.Sum(r => r.Opened);

    /// <summary>Phones that they reported beyond what can be; not counted.</summary>
    public long Unfounded => Rings.Sum(r => r.Unfounded);

    /// <summary>Phones that were told, or are known to have been.</summary>
    public long Told => Rings.Sum(r => r.Told);

    /// <summary>All tips but duplicates.</summary>
    public int Tips => Rings.Sum(r => r.Tips) + TipsElsewhere;

    /// <summary>Tips for each million phones told; null when none was.</summary>
    public double? TipsPerMillion => Told == 0 ? null : Tips * 1_000_000.0 / Told;
}
