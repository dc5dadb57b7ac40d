namespace Reunion.Core.Geofencing.Traffic;

/// <summary>How well a partner keeps us informed.</summary>
/// <param name="Traffic">What came from it.</param>
/// <param name="Ages">Its phones by the age of their position, see <see cref="ReadPartnerPresence.AgeLimits"/>.</param>
public sealed record PartnerPresence(PartnerTraffic Traffic, IReadOnlyList<long> Ages)
{
    // Of the limits, the second is an hour.
    private const int FirstStale = 2;

    /// <summary>Phones whose position is known.</summary>
    public long Phones { get; } = Ages.Sum();

    /// <summary>Phones whose position is an hour old or more.</summary>
    public long Stale { get; } = Ages.Skip(FirstStale).Sum();
}
