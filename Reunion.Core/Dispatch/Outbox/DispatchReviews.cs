using Microsoft.EntityFrameworkCore;
using Reunion.Core.Alerts;
using Reunion.Core.Partners;
using Reunion.Core.Storage;
using Reunion.Core.Tips;

namespace Reunion.Core.Dispatch.Outbox;

/// <summary>Tells partners what came of the tips that they sent.</summary>
/// <param name="factory">Makes a context for each call.</param>
/// <param name="deliveries">Makes the messages.</param>
/// <param name="outboxes">Wakes the partners' outboxes.</param>
/// <param name="clock">Gives the time.</param>
public sealed class DispatchReviews(
    IDbContextFactory<ReunionDbContext> factory, DeliveryFactory deliveries, OutboxWaker outboxes, TimeProvider clock)
{
    /// <summary>Commits a message for every decided tip whose partner was not told.</summary>
    /// <param name="cancel">Stops before the commit.</param>
    /// <remarks>Thread-safe: of two calls at once only one tells of a decision.</remarks>
    public async Task ExecuteAsync(CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var decided = await db.Set<Tip>().AsNoTracking()
            .Where(t => t.PartnerId != null && t.ReviewDispatchedAtUtc == null && t.Review != TipReview.New && t.Review != TipReview.InReview)
            .Join(db.Set<Alert>(), t => t.AlertId, a => a.Id, (t, a) => new
            {
                Tip = t,
                a.Mode,
                IsGone = db.Set<Partner>().Any(p => p.Id == t.PartnerId && p.Status == PartnerStatus.Removed),
            })
            .OrderBy(x => x.Tip.ReviewedAtUtc).Take(500).ToListAsync(cancel);
        if (decided.Count == 0)
            return;

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        foreach (var (tip, mode, isGone) in decided.Select(x => (x.Tip, x.Mode, x.IsGone)))
            // A partner that was removed is told nothing any more, and nobody waits for it.
            if (await MarkAsync(db, tip, cancel) && !isGone)
                db.Add(deliveries.ForReview(
                    tip.PartnerId!.Value, mode, new TipReviewedData(tip.Id.ToString(), tip.AlertId.ToString(), tip.Review)));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        foreach (var partner in decided.Select(x => x.Tip.PartnerId!.Value).Distinct())
            await outboxes.WakeAsync(partner);
    }

    // Not a change of the tip as reviewers see it, so its version stays; a decision changed meanwhile is told by the next look.
    private async Task<bool> MarkAsync(ReunionDbContext db, Tip tip, CancellationToken cancel) =>
        await db.Set<Tip>().Where(t => t.Id == tip.Id && t.Version == tip.Version && t.ReviewDispatchedAtUtc == null)
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.ReviewDispatchedAtUtc, clock.GetUtcNow()), cancel) == 1;
}
