using Microsoft.Extensions.Logging;
using Reunion.Core.Common;

namespace Reunion.Core.Dispatch.Outbox;

/// <summary>The one sender of a partner's messages. One partner's slowness is its own: each has its own outbox and circuit.</summary>
/// <param name="drain">Sends what is due.</param>
/// <param name="circuits">Holds the partner's circuit.</param>
/// <param name="clock">Gives the time.</param>
/// <param name="log">Hears of failures; the next wake tries again.</param>
[Orleans.Concurrency.Reentrant]
internal sealed class PartnerOutbox(DrainOutbox drain, PartnerCircuits circuits, TimeProvider clock, ILogger<PartnerOutbox> log)
    : Grain, IPartnerOutbox, IDisposable
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _stop = new();
    private IGrainTimer? _timer;
    private bool _isDraining;
    private bool _wokenMeanwhile;

    public async Task WakeAsync()
    {
        _wokenMeanwhile = true;
        if (_isDraining)
            return;
        _isDraining = true;
        try
        {
            DateTimeOffset? next = null;
            while (_wokenMeanwhile)
            {
                _wokenMeanwhile = false;
                next = await DrainAsync();
            }

            Schedule(next);
        }
        finally
        {
            _isDraining = false;
        }
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        _stop.Cancel();
        return base.OnDeactivateAsync(reason, cancellationToken);
    }

    public void Dispose() => _stop.Dispose();

    private async Task<DateTimeOffset?> DrainAsync()
    {
        var id = TypedId.TryParse<PartnerId>(this.GetPrimaryKeyString(), out var parsed)
            ? parsed : throw new InvalidOperationException("The key of an outbox is a partner's id.");
        try
        {
            return await drain.ExecuteAsync(id, circuits.Of(id), _stop.Token);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            log.LogError(failure, "Sending to {Partner} failed; trying again", id);
            return clock.GetUtcNow() + RetryAfter;
        }
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
