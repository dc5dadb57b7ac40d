using Microsoft.EntityFrameworkCore;
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
    public async Task ExecuteAsync(CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var tips = await db.Set<Tip>()
            .Where(t => t.PartnerId != null && t.ReviewDispatchedAtUtc == null && t.Review != TipReview.New && t.Review != TipReview.InReview)
            .OrderBy(t => t.ReviewedAtUtc).Take(500).ToListAsync(cancel);
        if (tips.Count == 0)
            return;
        foreach (var tip in tips)
        {
            db.Add(deliveries.ForReview(tip.PartnerId!.Value, new TipReviewedData(tip.Id.ToString(), tip.AlertId.ToString(), tip.Review)));
            tip.ReviewDispatchedAtUtc = clock.GetUtcNow();
        }

        await db.CommitAsync(cancel);
        foreach (var partner in tips.Select(t => t.PartnerId!.Value).Distinct())
            await outboxes.WakeAsync(partner);
    }
}
