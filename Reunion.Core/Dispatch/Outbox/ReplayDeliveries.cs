using Microsoft.EntityFrameworkCore;
using Reunion.Core.Audit;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Live;
using Reunion.Core.Partners;
using Reunion.Core.Storage;

namespace Reunion.Core.Dispatch.Outbox;

/// <summary>Tries again, at once, the messages of a time range that a partner failed to take.</summary>
/// <param name="factory">Makes a context for each call.</param>
/// <param name="audit">Keeps who did it.</param>
/// <param name="live">Tells open screens, and the dispatcher, which wakes the outbox.</param>
/// <param name="clock">Gives the time.</param>
/// <remarks>Thread-safe. They keep their ids and bytes; what the partner took is not sent again.</remarks>
public sealed class ReplayDeliveries(IDbContextFactory<ReunionDbContext> factory, AuditTrail audit, LiveFeed live, TimeProvider clock)
{
    /// <summary>Makes the partner's pending messages that were made in a range and failed at least once due now.</summary>
    /// <param name="actor">Needs <see cref="Permission.ManagePartners"/>.</param>
    /// <param name="id">The partner.</param>
    /// <param name="fromUtc">The first moment of the range.</param>
    /// <param name="toUtc">The moment after the range.</param>
    /// <param name="cancel">Stops before the commit.</param>
    /// <returns>How many messages that are; none when the range is empty.</returns>
    /// <exception cref="ProblemException"><c>forbidden</c>, or <c>not_found</c>.</exception>
    public async Task<int> ExecuteAsync(
        Actor actor, PartnerId id, DateTimeOffset fromUtc, DateTimeOffset toUtc, CancellationToken cancel = default)
    {
        actor.Demand(Permission.ManagePartners);
        var (from, to, now) = (fromUtc.ToUniversalTime(), toUtc.ToUniversalTime(), clock.GetUtcNow());
        await using var db = await factory.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var partner = await db.Set<Partner>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, cancel)
            ?? throw ProblemException.NotFound("partner");
        var replayed = await db.Set<Delivery>()
            .Where(d => d.PartnerId == id && d.Status == DeliveryStatus.Pending && d.Attempts > 0)
            .Where(d => d.CreatedAtUtc >= from && d.CreatedAtUtc < to)
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.NextAttemptAtUtc, now), cancel);
        audit.Add(db, actor, AuditAction.DeliveriesReplayed, id.ToString(), detail: $"{partner.Name}: {replayed}, {from:u} – {to:u}");
        await db.CommitAsync(cancel);
        await transaction.CommitAsync(cancel);
        live.Publish(new PartnerChanged(id));
        return replayed;
    }
}
