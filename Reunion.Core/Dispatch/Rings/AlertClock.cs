using Microsoft.Extensions.Logging;
using Reunion.Core.Alerts;
using Reunion.Core.Common;

namespace Reunion.Core.Dispatch.Rings;

/// <summary>The one owner of a live alert: wakes when a ring is due or a row changed, and advances the alert.</summary>
/// <param name="advance">Does the work.</param>
/// <param name="clock">Gives the time.</param>
/// <param name="log">Hears of failures; the next wake tries again.</param>
internal sealed class AlertClock(AdvanceAlert advance, TimeProvider clock, ILogger<AlertClock> log) : Grain, IAlertClock
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    private IGrainTimer? _timer;

    public async Task WakeAsync()
    {
        if (!TypedId.TryParse<AlertId>(this.GetPrimaryKeyString(), out var id))
            throw new InvalidOperationException("The key of an alert clock is an alert's id.");
        DateTimeOffset? next;
        try
        {
            next = await advance.ExecuteAsync(id);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            log.LogError(failure, "Advancing {Alert} failed; trying again", id);
            next = clock.GetUtcNow() + RetryAfter;
        }

        Schedule(next);
    }

    private void Schedule(DateTimeOffset? next)
    {
        _timer?.Dispose();
        _timer = null;
        if (next is not { } at)
            return;
        var wait = at - clock.GetUtcNow();
        _timer = this.RegisterGrainTimer(
            WakeAsync, new GrainTimerCreationOptions(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan) { KeepAlive = true });
    }
}
