namespace Reunion.Core.Geofencing.Traffic;

/// <summary>What came from a partner within one minute.</summary>
/// <param name="StartUtc">When the minute began.</param>
/// <param name="Stored">Positions that were stored.</param>
/// <param name="OlderThanKnown">Good positions of phones of which a newer one was known.</param>
/// <param name="Refused">Positions that were refused.</param>
public readonly record struct TrafficMinute(DateTimeOffset StartUtc, long Stored, long OlderThanKnown, long Refused)
{
    /// <summary>All that came.</summary>
    public long Sum => Stored + OlderThanKnown + Refused;
}
