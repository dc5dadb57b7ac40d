using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Reunion.Core.Alerts;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Core.Dispatch.Withdrawals;
using Reunion.Core.Live;
using Reunion.Core.Storage;

namespace Reunion.Core.Dispatch;

/// <summary>
/// Wakes whoever has work: at the start, when something was committed, and every few seconds in case a wake was lost.
/// The rows say what the work is.
/// </summary>
/// <param name="factory">Makes a context for each look.</param>
/// <param name="grains">Finds the alerts' clocks.</param>
/// <param name="outboxes">Wakes the partners' outboxes.</param>
/// <param name="reviews">Tells partners what came of their tips.</param>
/// <param name="reminders">Reminds partners to take photos down.</param>
/// <param name="clarifications">Tells partners what was made clear in public.</param>
/// <param name="live">Tells of commits.</param>
/// <param name="clock">Paces the looks.</param>
/// <param name="log">Hears of failures.</param>
internal sealed class Dispatcher(
    IDbContextFactory<ReunionDbContext> factory, IGrainFactory grains, OutboxWaker outboxes, DispatchReviews reviews,
    RemindWithdrawals reminders, DispatchClarifications clarifications, LiveFeed live, TimeProvider clock, ILogger<Dispatcher> log)
    : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var subscription = live.Subscribe("dispatcher", TimeSpan.FromMilliseconds(50), bundle => OnCommittedAsync(bundle, stoppingToken));
        using var timer = new PeriodicTimer(Pace, clock);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not (OperationCanceledException or OutOfMemoryException))
            {
                log.LogError(failure, "Looking for work failed; looking again in {Pace}", Pace);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LookAsync(CancellationToken cancel)
    {
        await using (var db = await factory.CreateDbContextAsync(cancel))
        {
            var alerts = await db.Set<Alert>()
                .Where(a => a.Status != AlertStatus.Ended || a.Revisions.Any(r => r.DispatchedAtUtc == null))
                .Select(a => a.Id).ToListAsync(cancel);
            foreach (var alert in alerts)
                await grains.GetGrain<IAlertClock>(alert.ToString()).WakeAsync();
        }

        await reviews.ExecuteAsync(cancel);
        await reminders.ExecuteAsync(cancel);
        await clarifications.ExecuteAsync(cancel);
        await outboxes.WakeAllAsync(cancel);
    }

    private async Task OnCommittedAsync(IReadOnlyList<LiveEvent> bundle, CancellationToken cancel)
    {
        if (bundle.Any(e => e is TipReviewed))
            await reviews.ExecuteAsync(cancel);
        if (bundle.Any(e => e is ClarificationPublished))
            await clarifications.ExecuteAsync(cancel);
        foreach (var changed in bundle.OfType<PartnerChanged>())
            await outboxes.WakeAsync(changed.Partner);
    }
}
