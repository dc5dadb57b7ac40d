using Microsoft.EntityFrameworkCore;
using Reunion.Core.Audit;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Live;
using Reunion.Core.Partners;
using Reunion.Core.Storage;

namespace Reunion.Core.Dispatch.Outbox;

/// <summary>Tries at once whatever waits for a partner, also at an endpoint that was gone and over an open circuit.</summary>
/// <param name="factory">Makes a context for each call.</param>
/// <param name="circuits">Closes the partner's circuit.</param>
/// <param name="audit">Keeps who did it.</param>
/// <param name="live">Tells open screens, and the dispatcher, which wakes the outbox.</param>
/// <param name="clock">Gives the time.</param>
/// <remarks>Thread-safe.</remarks>
public sealed class RetryNow(
    IDbContextFactory<ReunionDbContext> factory, PartnerCircuits circuits, AuditTrail audit, LiveFeed live, TimeProvider clock)
{
    /// <summary>Makes every pending message of the partner due.</summary>
    /// <param name="actor">Needs <see cref="Permission.ManagePartners"/>.</param>
    /// <param name="id">The partner.</param>
    /// <param name="cancel">Stops before the commit.</param>
    /// <returns>How many messages are pending.</returns>
    /// <exception cref="ProblemException"><c>forbidden</c>, or <c>not_found</c>.</exception>
    public async Task<int> ExecuteAsync(Actor actor, PartnerId id, CancellationToken cancel = default)
    {
        actor.Demand(Permission.ManagePartners);
        var now = clock.GetUtcNow();
        await using var db = await factory.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var partner = await db.Set<Partner>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, cancel)
            ?? throw ProblemException.NotFound("partner");
        // Not a new version of the partner: whoever edits its settings meanwhile need not begin anew.
        await db.Set<Partner>().Where(p => p.Id == id)
            .ExecuteUpdateAsync(set => set
                .SetProperty(p => p.EndpointGoneAtUtc, (DateTimeOffset?)null)
                .SetProperty(p => p.ExerciseEndpointGoneAtUtc, (DateTimeOffset?)null), cancel);
        var pending = await db.Set<Delivery>().Where(d => d.PartnerId == id && d.Status == DeliveryStatus.Pending)
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.NextAttemptAtUtc, now), cancel);
        audit.Add(db, actor, AuditAction.DeliveryRetried, id.ToString(), detail: partner.Name);
        await db.CommitAsync(cancel);
        await transaction.CommitAsync(cancel);

        await circuits.CloseAsync(id, cancel);
        live.Publish(new PartnerChanged(id));
        return pending;
    }
}
