namespace Reunion.Core.Dispatch.Outbox;

/// <summary>When a message that was not taken is tried again.</summary>
public static class RetrySchedule
{
    private static readonly TimeSpan[] Waits =
        [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30)];

    /// <summary>The longest wait that a partner can ask for with <c>Retry-After</c>.</summary>
    public static readonly TimeSpan LongestRetryAfter = TimeSpan.FromMinutes(30);

    /// <summary>How long to wait: 5 s, 30 s, 2 min, 10 min, then 30 min, each ± 20%; or what the partner asked for when that is longer, and up to a tenth more.</summary>
    /// <param name="attempts">How often it was tried, 1 or more.</param>
    /// <param name="retryAfter">What the partner asked for, if it did.</param>
    /// <param name="random">Spreads the retries of many messages.</param>
    public static TimeSpan Wait(int attempts, TimeSpan? retryAfter, Random random)
    {
        // Never earlier than asked, and not all that were asked the same at once.
        var wait = Waits[Math.Clamp(attempts, 1, Waits.Length) - 1] * (0.8 + 0.4 * random.NextDouble());
        var asked = retryAfter is { } after && after > TimeSpan.Zero ? TimeSpan.FromTicks(Math.Min(after.Ticks, LongestRetryAfter.Ticks)) : TimeSpan.Zero;
        asked *= 1 + 0.1 * random.NextDouble();
        return asked > wait ? asked : wait;
    }
}
