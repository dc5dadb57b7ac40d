using System.Collections.Concurrent;
using Reunion.Core.Common;

namespace Reunion.Core.Geofencing.Traffic;

/// <summary>Counts what positions partners send, by minute and by what became of them. Knows numbers only, no devices.</summary>
/// <param name="clock">Tells the minutes.</param>
/// <remarks>Thread-safe. In memory only: counts begin anew at each start, as positions do. About 8 KB a partner.</remarks>
public sealed class PresenceTraffic(TimeProvider clock)
{
    private readonly ConcurrentDictionary<PartnerId, TrafficRing> _rings = new();
    private readonly DateTimeOffset _sinceUtc = clock.GetUtcNow();

    /// <summary>Counts one request; costs the same whatever its size.</summary>
    /// <param name="partner">Who sent it.</param>
    /// <param name="byFate">The positions by <see cref="PositionFate"/>.</param>
    /// <param name="epoch">The epoch that is answered.</param>
    /// <exception cref="ArgumentException">There is not one number for each fate.</exception>
    public void Record(PartnerId partner, ReadOnlySpan<int> byFate, string epoch)
    {
        if (byFate.Length != PositionFates.Count)
            throw new ArgumentException("One number for each fate is needed.", nameof(byFate));
        _rings.GetOrAdd(partner, static _ => new TrafficRing()).Add(clock.GetUtcNow(), byFate, epoch);
    }

    /// <summary>What came from a partner lately; zeros when nothing did.</summary>
    /// <param name="partner">The partner.</param>
    public PartnerTraffic Of(PartnerId partner) =>
        (_rings.TryGetValue(partner, out var ring) ? ring : new TrafficRing()).Read(_sinceUtc, clock.GetUtcNow());

    /// <summary>All positions since the start by <see cref="PositionFate"/>, of every partner that has sent any.</summary>
    public IReadOnlyDictionary<PartnerId, long[]> Totals() => _rings.ToDictionary(r => r.Key, r => r.Value.Totals);
}
