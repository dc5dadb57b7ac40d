namespace Reunion.Core.Geofencing.Traffic;

/// <summary>What came from a partner lately.</summary>
/// <param name="SinceUtc">From when totals count: the start of this process.</param>
/// <param name="LastReportAtUtc">When positions last came; null when none have since then.</param>
/// <param name="LastEpoch">The epoch that was answered then.</param>
/// <param name="LastHour">Sixty minutes, oldest first; the last one is running.</param>
/// <param name="LastHourByFate">Positions of those minutes by <see cref="PositionFate"/>.</param>
/// <param name="TotalByFate">All positions by <see cref="PositionFate"/>.</param>
public sealed record PartnerTraffic(
    DateTimeOffset SinceUtc, DateTimeOffset? LastReportAtUtc, string? LastEpoch, IReadOnlyList<TrafficMinute> LastHour,
    IReadOnlyList<long> LastHourByFate, IReadOnlyList<long> TotalByFate);
