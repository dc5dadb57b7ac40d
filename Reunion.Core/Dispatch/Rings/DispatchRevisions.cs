using Microsoft.EntityFrameworkCore;
using Reunion.Core.Alerts;
using Reunion.Core.Alerts.Publishing;
using Reunion.Core.Cap;
using Reunion.Core.Common;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Core.Dispatch.Withdrawals;
using Reunion.Core.Storage;

namespace Reunion.Core.Dispatch.Rings;

/// <summary>Turns revisions of an alert into messages to partners, each revision once.</summary>
/// <param name="factory">Makes a context for each call.</param>
/// <param name="deliveries">Makes the messages.</param>
/// <param name="cap">Writes the CAP documents.</param>
/// <param name="clock">Gives the time.</param>
public sealed class DispatchRevisions(
    IDbContextFactory<ReunionDbContext> factory, DeliveryFactory deliveries, RecordCap cap, TimeProvider clock)
{
    /// <summary>Commits the messages of every revision that has none yet, and the first message for partners that joined since.</summary>
    /// <param name="id">The alert.</param>
    /// <param name="cancel">Stops before the commit.</param>
    /// <returns>Whether any message was added.</returns>
    public async Task<bool> ExecuteAsync(AlertId id, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        // Revisions first: facts read after them are at least as new, so an end is never told with the facts of before.
        var revisions = await db.Set<AlertRevision>().Where(r => r.AlertId == id && r.DispatchedAtUtc == null)
            .OrderBy(r => r.Number).ToListAsync(cancel);
        if (await AlertFacts.FindAsync(db, id, cancel) is not { } facts)
            return false;
        var (alert, now) = (facts.Alert, clock.GetUtcNow());
        // First: who carries the alert depends on how large its circles are told to be.
        Announce(alert, now);
        var plan = await DispatchPlan.LoadAsync(db, alert, cancel);
        // Most wakes find nothing new, and should not keep others from writing.
        if (revisions.Count == 0 && (alert.Status != AlertStatus.Live || !plan.HasNewcomers))
            return false;

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (alert.Status == AlertStatus.Ended && revisions.Count > 0)
            await WithdrawAsync(db, id, cancel);
        foreach (var revision in revisions)
        {
            // Over before anybody was told: then nobody needs the photo any more.
            if (alert.Status != AlertStatus.Ended || revision.Change == AlertChange.Ended)
            {
                plan.Add(db, deliveries, facts, revision);
                await cap.AddAsync(db, facts, revision, cancel);
            }

            if (revision.Change == AlertChange.Ended)
                await WithdrawalRequests.AddAsync(db, revision, plan.Told, now, cancel);
            revision.DispatchedAtUtc = now;
        }

        if (alert.Status == AlertStatus.Live)
            Welcome(db, plan, facts, now);
        var added = db.ChangeTracker.Entries<Delivery>().Any();
        await db.CommitAsync(cancel);
        await transaction.CommitAsync(cancel);
        return added;
    }

    // What is due already is told with the first message; only growth after it is an expansion.
    private static void Announce(Alert alert, DateTimeOffset now)
    {
        if (alert.Status != AlertStatus.Live)
            return;
        foreach (var circle in alert.Circles.Where(c => c.Reason == CircleReason.LastSeen && c.RingsAnnounced == 0))
            circle.RingsAnnounced = circle.RingsDue(alert.Schedule(), now);
    }

    private void Welcome(ReunionDbContext db, DispatchPlan plan, AlertFacts facts, DateTimeOffset now)
    {
        var issued = new AlertRevision { AlertId = facts.Alert.Id, Number = facts.Alert.Revision, Change = AlertChange.Issued, AtUtc = now };
        foreach (var newcomer in plan.Carriers.Where(p => plan.Told.Add(p.Id)))
            db.Add(deliveries.ForRevision(newcomer, facts, issued, isFirst: true));
    }

    private static async Task WithdrawAsync(ReunionDbContext db, AlertId id, CancellationToken cancel)
    {
        await db.Set<Delivery>().Where(d => d.AlertId == id && d.Status == DeliveryStatus.Pending && d.Type != MessageType.AlertEnded)
            .ExecuteUpdateAsync(set => set
                .SetProperty(d => d.Status, DeliveryStatus.Withdrawn).SetProperty(d => d.Version, d => d.Version + 1), cancel);
        // Who was told no longer matters once it is over: only the counts are kept.
        await db.Set<RecipientBatch>().Where(b => b.AlertId == id)
            .ExecuteUpdateAsync(set => set.SetProperty(b => b.Devices, Array.Empty<byte>()), cancel);
        await ToldVault.DestroyAsync(db, id, cancel);
    }
}
