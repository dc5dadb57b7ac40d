using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Reunion.Core.Alerts;
using Reunion.Core.Alerts.Publishing;
using Reunion.Core.Common;
using Reunion.Core.Common.Problems;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Core.Live;
using Reunion.Core.Partners;
using Reunion.Core.Storage;

namespace Reunion.Core.Dispatch.Withdrawals;

/// <summary>Tells partners again that an alert is over while they have not confirmed that its photo is down.</summary>
/// <param name="factory">Makes a context for each call.</param>
/// <param name="deliveries">Makes the messages.</param>
/// <param name="live">Tells open screens.</param>
/// <param name="clock">Gives the time.</param>
/// <param name="log">Hears of withdrawals that nobody answers.</param>
/// <remarks>Thread-safe: of two calls at once only one reminds. What was sent stands in the rows, so a restart forgets nothing.</remarks>
public sealed class RemindWithdrawals(
    IDbContextFactory<ReunionDbContext> factory, DeliveryFactory deliveries, LiveFeed live, TimeProvider clock, ILogger<RemindWithdrawals> log)
{
    private const int LinesPerLook = 200;

    /// <summary>Commits the reminders that are due.</summary>
    /// <param name="cancel">Stops between two partners.</param>
    /// <returns>How many were committed.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var reminded = 0;
        foreach (var (alert, partner) in await DueAsync(now, cancel))
        {
            try
            {
                if (!await LookAsync(alert, partner, now, cancel))
                    continue;
                reminded++;
                live.Publish(new DeliveryProgressed(alert, partner));
            }
            catch (ProblemException e) when (e.Kind == ProblemKind.Conflict)
            {
                // Confirmed at this very moment: then there is nothing to remind of.
            }
        }

        return reminded;
    }

    private async Task<IReadOnlyList<(AlertId, PartnerId)>> DueAsync(DateTimeOffset now, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var due = await db.Set<PhotoWithdrawal>().Where(w => w.LookAtUtc <= now).OrderBy(w => w.LookAtUtc).Take(LinesPerLook)
            .Select(w => new { w.AlertId, w.PartnerId }).ToListAsync(cancel);
        return [.. due.Select(w => (w.AlertId, w.PartnerId))];
    }

    private async Task<bool> LookAsync(AlertId alert, PartnerId partner, DateTimeOffset now, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        if (await db.FindAsync<PhotoWithdrawal>([alert, partner], cancel) is not { LookAtUtc: not null } line)
            return false;
        var last = await db.Set<Delivery>().AsNoTracking()
            .Where(d => d.AlertId == alert && d.PartnerId == partner && d.Type == MessageType.AlertEnded)
            .OrderByDescending(d => d.Id).Select(d => new { d.Status, d.DeliveredAtUtc }).FirstOrDefaultAsync(cancel);
        // While a message waits there is no use in another one: it says the same.
        var due = last is { Status: DeliveryStatus.Delivered, DeliveredAtUtc: { } taken }
            ? ReminderSchedule.NextAtUtc(line.DueAtUtc, taken, line.Reminders) : now + ReminderSchedule.LookAgain;
        var reminder = due <= now ? await ReminderAsync(db, line, cancel) : null;
        if (reminder is null)
            line.LookAtUtc = due > now ? due : null;
        else
            Add(db, line, reminder, now);
        await db.CommitAsync(cancel);
        return reminder is not null;
    }

    private void Add(ReunionDbContext db, PhotoWithdrawal line, Delivery reminder, DateTimeOffset now)
    {
        db.Add(reminder);
        (line.Reminders, line.LastReminderAtUtc) = (line.Reminders + 1, now);
        line.LookAtUtc = ReminderSchedule.NextAtUtc(line.DueAtUtc, now, line.Reminders);
        if (line.LookAtUtc is null)
            log.LogError(
                "{Partner} has not confirmed after {Reminders} reminders that the photo of {Alert} is down; nobody reminds it any more",
                line.PartnerId, line.Reminders, line.AlertId);
    }

    // Null when the partner has no address any more that this alert's messages may go to.
    private async Task<Delivery?> ReminderAsync(ReunionDbContext db, PhotoWithdrawal line, CancellationToken cancel)
    {
        var facts = await AlertFacts.FindAsync(db, line.AlertId, cancel);
        var partner = await db.Set<Partner>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == line.PartnerId, cancel);
        var ended = await db.Set<AlertRevision>().AsNoTracking()
            .FirstOrDefaultAsync(r => r.AlertId == line.AlertId && r.Change == AlertChange.Ended, cancel);
        return facts is null || partner is null || ended is null || partner.EndpointFor(facts.Alert.Mode != AlertMode.Actual) is null
            ? null : deliveries.ForRevision(partner, facts, ended, isFirst: false);
    }
}
