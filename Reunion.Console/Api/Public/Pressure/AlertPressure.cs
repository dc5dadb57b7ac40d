using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Reunion.Console.Api.Public.Pressure;

/// <summary>Counts the forms that come in for each alert, and says how much work one must have cost its sender.</summary>
/// <remarks>Thread-safe. Nothing of a sender is kept.</remarks>
internal sealed class AlertPressure(IOptions<PublicLimits> limits, TimeProvider clock)
{
    /// <summary>The least work: a tenth of a second on a desk, about a second on a poor phone.</summary>
    public const int LeastBits = 15;

    /// <summary>The most work: some seconds on a desk.</summary>
    public const int MostBits = 20;

    private const int Seconds = 10;

    // Once begun an attack is expected to come back for so long.
    private static readonly TimeSpan Calm = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Counter> _alerts = new(StringComparer.Ordinal);

    /// <summary>Counts a form, whatever becomes of it.</summary>
    /// <returns>The zero bits that its proof needs; 0 when there is no attack and none is asked for.</returns>
    /// <param name="code">The code of an alert that there is.</param>
    public int Count(string code) => Read(_alerts.GetOrAdd(code, static _ => new Counter()), 1);

    /// <summary>The zero bits that a proof needs now.</summary>
    /// <param name="code">Any text.</param>
    public int Bits(string code) => _alerts.TryGetValue(code, out var counter) ? Read(counter, 0) : 0;

    private int Read(Counter counter, int more)
    {
        var now = clock.GetTimestamp();
        lock (counter)
        {
            var rate = counter.Add((long)clock.GetElapsedTime(0, now).TotalSeconds, more) / (double)Seconds;
            var limit = limits.Value.AttackPerSecond;
            if (rate > limit)
                (counter.Bits, counter.AttackedAt) = (Math.Clamp(LeastBits + (int)Math.Log2(rate / limit), LeastBits, MostBits), now);
            else if (counter.Bits > 0 && clock.GetElapsedTime(counter.AttackedAt, now) > Calm)
                counter.Bits = 0;
            return counter.Bits;
        }
    }

    private sealed class Counter
    {
        private readonly (long Second, int Forms)[] _ring = new (long, int)[Seconds];

        public int Bits { get; set; }

        public long AttackedAt { get; set; }

        public long Add(long second, int more)
        {
            ref var slot = ref _ring[(int)(second % Seconds)];
            slot = (second, (slot.Second == second ? slot.Forms : 0) + more);
            var sum = 0L;
            foreach (var (at, forms) in _ring)
                sum += at > second - Seconds ? forms : 0;
            return sum;
        }
    }
}
