using Reunion.Core.Common;

namespace Reunion.Core.Geofencing;

public sealed partial class PresenceIndex
{
    /// <summary>How many of a partner's phones have how old a position; positions older than the retention are not counted.</summary>
    /// <param name="partner">The partner.</param>
    /// <param name="limits">Ages in ascending order, whole seconds.</param>
    /// <returns>The phones below each limit that are not below the one before, and at last those at or above all limits.</returns>
    /// <remarks>One pass over the partner's phones, shared by the cores; writes go on meanwhile. A time ahead of ours counts as age 0.</remarks>
    public IReadOnlyList<long> CountAges(PartnerId partner, IReadOnlyList<TimeSpan> limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        using var use = _guard.Enter();
        long[] seconds = [.. limits.Select(l => (long)l.TotalSeconds)];
        if (!_tables.TryGetValue(partner, out var table))
            return new long[seconds.Length + 1];
        var fresh = Fresh();
        var parts = _sweeper.Run([table], () => new long[seconds.Length + 1], (counts, _, segment) =>
        {
            for (var slot = 0; slot < segment.Capacity; slot++)
            {
                var word = segment.WordAt(slot);
                if (!fresh.IsFresh(word))
                    continue;
                var age = fresh.AgeSeconds(word);
                var bucket = 0;
                while (bucket < seconds.Length && age >= seconds[bucket])
                    bucket++;
                counts[bucket]++;
            }
        });
        return [.. Enumerable.Range(0, seconds.Length + 1).Select(bucket => parts.Sum(part => part[bucket]))];
    }
}
