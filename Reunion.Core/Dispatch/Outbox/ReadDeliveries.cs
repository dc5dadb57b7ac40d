using Microsoft.EntityFrameworkCore;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Storage;

namespace Reunion.Core.Dispatch.Outbox;

/// <summary>Reads what partners were sent.</summary>
/// <param name="factory">Makes a context for each call.</param>
/// <remarks>Thread-safe.</remarks>
public sealed class ReadDeliveries(IDbContextFactory<ReunionDbContext> factory)
{
    /// <summary>The newest messages of a partner.</summary>
    /// <param name="actor">Needs <see cref="Permission.ManagePartners"/>.</param>
    /// <param name="partner">The partner.</param>
    /// <param name="count">At most this many, 1 to 500.</param>
    /// <param name="cancel">Stops the query.</param>
    /// <exception cref="ProblemException"><c>forbidden</c>.</exception>
    public async Task<IReadOnlyList<DeliverySummary>> RecentAsync(
        Actor actor, PartnerId partner, int count = 50, CancellationToken cancel = default)
    {
        actor.Demand(Permission.ManagePartners);
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Set<Delivery>().AsNoTracking().Where(d => d.PartnerId == partner)
            .OrderByDescending(d => d.CreatedAtUtc).Take(Math.Clamp(count, 1, 500))
            .Select(d => new DeliverySummary(
                d.Id, d.AlertId, d.Type, d.Status, d.CreatedAtUtc, d.DeliveredAtUtc, d.NextAttemptAtUtc, d.LastResult, d.Attempts))
            .ToListAsync(cancel);
    }

    /// <summary>The attempts to hand one message over, newest first, at most 100.</summary>
    /// <param name="actor">Needs <see cref="Permission.ManagePartners"/>.</param>
    /// <param name="message">The message.</param>
    /// <param name="cancel">Stops the query.</param>
    /// <exception cref="ProblemException"><c>forbidden</c>.</exception>
    public async Task<IReadOnlyList<DeliveryAttempt>> AttemptsAsync(Actor actor, MessageId message, CancellationToken cancel = default)
    {
        actor.Demand(Permission.ManagePartners);
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Set<DeliveryAttempt>().AsNoTracking().Where(a => a.DeliveryId == message)
            .OrderByDescending(a => a.Id).Take(100).ToListAsync(cancel);
    }
}
