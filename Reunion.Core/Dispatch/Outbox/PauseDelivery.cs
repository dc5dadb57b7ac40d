using Microsoft.EntityFrameworkCore;
using Reunion.Core.Audit;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Live;
using Reunion.Core.Partners;
using Reunion.Core.Storage;

namespace Reunion.Core.Dispatch.Outbox;

/// <summary>Holds what is sent to one partner, or lets it go on. The end of an alert still goes out; nothing is lost.</summary>
/// <param name="factory">Makes a context for each call.</param>
/// <param name="audit">Keeps who did it.</param>
/// <param name="live">Tells open screens, and the dispatcher, which wakes the outbox.</param>
/// <param name="clock">Gives the time.</param>
/// <remarks>Thread-safe. Messages that are on their way when it is paused arrive.</remarks>
public sealed class PauseDelivery(IDbContextFactory<ReunionDbContext> factory, AuditTrail audit, LiveFeed live, TimeProvider clock)
{
    /// <summary>Holds what is sent to the partner; does nothing when it is held already.</summary>
    /// <param name="actor">Needs <see cref="Permission.ManagePartners"/>.</param>
    /// <param name="id">The partner.</param>
    /// <param name="cancel">Stops before the commit.</param>
    /// <exception cref="ProblemException"><c>forbidden</c>, or <c>not_found</c>.</exception>
    public Task ExecuteAsync(Actor actor, PartnerId id, CancellationToken cancel = default) =>
        SetAsync(actor, id, clock.GetUtcNow(), AuditAction.DeliveryPaused, cancel);

    /// <summary>Lets messages to the partner go on; does nothing when they are not held.</summary>
    /// <param name="actor">Needs <see cref="Permission.ManagePartners"/>.</param>
    /// <param name="id">The partner.</param>
    /// <param name="cancel">Stops before the commit.</param>
    /// <exception cref="ProblemException"><c>forbidden</c>, or <c>not_found</c>.</exception>
    public Task ResumeAsync(Actor actor, PartnerId id, CancellationToken cancel = default) =>
        SetAsync(actor, id, null, AuditAction.DeliveryResumed, cancel);

    private async Task SetAsync(Actor actor, PartnerId id, DateTimeOffset? pausedAt, AuditAction action, CancellationToken cancel)
    {
        actor.Demand(Permission.ManagePartners);
        await using var db = await factory.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var partner = await db.Set<Partner>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, cancel)
            ?? throw ProblemException.NotFound("partner");
        // Not a new version of the partner: whoever edits its settings meanwhile need not begin anew.
        var changed = await db.Set<Partner>().Where(p => p.Id == id && (p.DeliveryPausedAtUtc == null) == (pausedAt != null))
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.DeliveryPausedAtUtc, pausedAt), cancel);
        if (changed == 0)
            return;
        audit.Add(db, actor, action, id.ToString(), detail: partner.Name);
        await db.CommitAsync(cancel);
        await transaction.CommitAsync(cancel);
        live.Publish(new PartnerChanged(id));
    }
}
