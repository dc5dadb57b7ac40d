using Microsoft.EntityFrameworkCore;
using Reunion.Core.Alerts;
using Reunion.Core.Cap;
using Reunion.Core.Common;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Core.Storage;

namespace Reunion.Core.Dispatch.Rings;

/// <summary>Does for one alert whatever the rows say is left to do: tells revisions, sends due rings, tells arrivals, renews its CAP document.</summary>
/// <param name="factory">Makes a context for each call.</param>
/// <param name="revisions">Tells revisions.</param>
/// <param name="ring">Sends rings.</param>
/// <param name="arrivals">Tells arrivals.</param>
/// <param name="queue">Holds arrivals.</param>
/// <param name="watch">Keeps the index in step.</param>
/// <param name="renewal">Renews the CAP document.</param>
/// <param name="outboxes">Wakes partners' outboxes.</param>
/// <param name="clock">Gives the time.</param>
/// <remarks>At most one call at a time for an alert: its clock sees to that.</remarks>
public sealed class AdvanceAlert(
    IDbContextFactory<ReunionDbContext> factory, DispatchRevisions revisions, SendRing ring, SendArrivals arrivals,
    ArrivalQueue queue, AlertWatch watch, RenewCap renewal, OutboxWaker outboxes, TimeProvider clock)
{
    private const int ArrivalsPerCommit = 100_000;

    /// <summary>Brings the alert up to now.</summary>
    /// <param name="id">The alert.</param>
    /// <param name="cancel">Stops between steps.</param>
    /// <returns>When to look again, or null when only a change of rows can bring work.</returns>
    public async Task<DateTimeOffset?> ExecuteAsync(AlertId id, CancellationToken cancel = default)
    {
        if (await revisions.ExecuteAsync(id, cancel))
            await outboxes.WakeCarriersAsync(id, cancel);
        if (await ReadAsync(id, cancel) is not { Status: not AlertStatus.Ended } alert)
        {
            watch.Forget(id);
            return null;
        }

        try
        {
            await TellPhonesAsync(alert, cancel);
        }
        catch
        {
            watch.Doubt(id);
            throw;
        }

        if (alert.Status == AlertStatus.Live)
            await outboxes.WakeCarriersAsync(id, cancel);
        // After the phones, who matter more; the dispatcher has every open alert looked at again within seconds.
        await renewal.ExecuteAsync(id, cancel);
        if (alert.Status != AlertStatus.Live)
            return null;
        var grown = await ReadAsync(id, cancel);
        return grown?.Circles.Min(c => c.NextRingAtUtc(grown.Schedule()));
    }

    private async Task TellPhonesAsync(Alert alert, CancellationToken cancel)
    {
        if (await watch.WatchAsync(alert, c => c.RingsSent, cancel))
            await arrivals.CatchUpAsync(alert.Id, cancel);
        if (alert.Status != AlertStatus.Live)
            return;
        await TellArrivalsAsync(alert.Id, cancel);
        await SendDueRingsAsync(alert, cancel);
    }

    private async Task TellArrivalsAsync(AlertId id, CancellationToken cancel)
    {
        while (queue.Take(id, ArrivalsPerCommit) is { Count: > 0 } some)
            await arrivals.ExecuteAsync(id, some, cancel);
    }

    private async Task SendDueRingsAsync(Alert alert, CancellationToken cancel)
    {
        var (schedule, hasGrown) = (alert.Schedule(), false);
        foreach (var circle in alert.Circles.OrderBy(c => c.ClockStartUtc))
            for (var number = circle.RingsSent + 1; number <= circle.RingsDue(schedule, clock.GetUtcNow()); number++)
            {
                // Watched before it is swept, so that a phone that moves in behind the sweep is seen by one of the two.
                if (await watch.WatchAsync(alert, c => c == circle ? number : c.RingsSent, cancel))
                    await arrivals.CatchUpAsync(alert.Id, cancel);
                await ring.ExecuteAsync(alert.Id, circle.Id, number, cancel);
                circle.RingsSent = number;
                hasGrown = true;
            }

        // A ring may have brought in a partner whose regions no circle touched before: its phones nearer by were not swept for it.
        if (hasGrown && await watch.WatchAsync(alert, c => c.RingsSent, cancel))
            await arrivals.CatchUpAsync(alert.Id, cancel);
    }

    private async Task<Alert?> ReadAsync(AlertId id, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Set<Alert>().AsNoTracking().Include(a => a.Circles).FirstOrDefaultAsync(a => a.Id == id, cancel);
    }
}
