using Microsoft.EntityFrameworkCore;
using Reunion.Core.Alerts.Clarifications;
using Reunion.Core.Partners;
using Reunion.Core.Storage;

namespace Reunion.Core.Dispatch.Outbox;

/// <summary>Tells every partner what the police made clear.</summary>
/// <param name="factory">Makes a context for each call.</param>
/// <param name="deliveries">Makes the messages.</param>
/// <param name="outboxes">Wakes the partners' outboxes.</param>
/// <param name="clock">Gives the time.</param>
public sealed class DispatchClarifications(
    IDbContextFactory<ReunionDbContext> factory, DeliveryFactory deliveries, OutboxWaker outboxes, TimeProvider clock)
{
    /// <summary>Commits a message to each active partner for every clarification that partners were not told of.</summary>
    /// <param name="cancel">Stops before the commit.</param>
    /// <remarks>Thread-safe: of two calls at once only one tells of a clarification.</remarks>
    public async Task ExecuteAsync(CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var waiting = await db.Set<Clarification>().AsNoTracking()
            .Where(c => c.DispatchedAtUtc == null).OrderBy(c => c.PublishedAtUtc).Take(50).ToListAsync(cancel);
        if (waiting.Count == 0)
            return;

        var partners = await db.Set<Partner>().Where(p => p.Status == PartnerStatus.Active).Select(p => p.Id).ToListAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        foreach (var clarification in waiting)
            if (await MarkAsync(db, clarification, cancel))
                db.AddRange(partners.Select(p => deliveries.ForClarification(
                    p, new ClarificationData(clarification.Id.ToString(), clarification.Text, clarification.AlertId?.ToString()))));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        foreach (var partner in partners)
            await outboxes.WakeAsync(partner);
    }

    private async Task<bool> MarkAsync(ReunionDbContext db, Clarification clarification, CancellationToken cancel) =>
        await db.Set<Clarification>().Where(c => c.Id == clarification.Id && c.DispatchedAtUtc == null)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.DispatchedAtUtc, clock.GetUtcNow()), cancel) == 1;
}
