using Reunion.Core.Common;

namespace Reunion.Core.Dispatch.Receipts;

/// <summary>What came of one ring, for all partners or for one.</summary>
/// <param name="Circle">The circle.</param>
/// <param name="Ring">The ring, from 1.</param>
/// <param name="OuterRadiusMetres">The circle's radius with it, in metres.</param>
/// <param name="SentAtUtc">When it was sent.</param>
/// <param name="IsSilent">Whether its phones were told without a sound.</param>
/// <param name="Sent">Phones in batches that partners took, arrivals included.</param>
/// <param name="ByArea">Phones that partners found themselves by the circle, beyond those they were sent.</param>
/// <param name="Delivered">Phones that partners say showed the alert.</param>
/// <param name="Opened">Phones on which they say it was opened.</param>
/// <param name="Unfounded">Phones that they reported beyond what can be; not counted.</param>
/// <param name="Tips">Tips that name a place in this ring; duplicates are left out.</param>
public sealed record RingTally(
    CircleId Circle, int Ring, double OuterRadiusMetres, DateTimeOffset SentAtUtc, bool IsSilent,
    long Sent, long ByArea, long Delivered, long Opened, long Unfounded, int Tips)
{
    /// <summary>Phones that were told, or are known to have been.</summary>
    public long Told => Math.Max(Sent + ByArea, Delivered);

    /// <summary>Tips for each million phones told; null when none was.</summary>
    public double? TipsPerMillion => Told == 0 ? null : Tips * 1_000_000.0 / Told;
}
