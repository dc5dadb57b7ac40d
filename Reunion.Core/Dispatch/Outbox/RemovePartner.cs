using Microsoft.EntityFrameworkCore;
using Reunion.Core.Audit;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Geofencing;
using Reunion.Core.Live;
using Reunion.Core.Partners;
using Reunion.Core.Storage;

namespace Reunion.Core.Dispatch.Outbox;

/// <summary>
/// Removes a partner for good. Its keys are none from the commit on, its phones' positions are erased, what it was not sent yet is
/// withdrawn. It is still told that alerts it carried are over: until then its users see a child's photo. What it was sent stays known.
/// </summary>
/// <param name="factory">Makes a context for each call.</param>
/// <param name="presence">Forgets its phones.</param>
/// <param name="audit">Keeps who did it.</param>
/// <param name="live">Tells open screens and connections, and the dispatcher.</param>
/// <param name="clock">Gives the time.</param>
/// <remarks>
/// Thread-safe. Its webhook secrets stay, because they sign those last messages. A message that was on its way arrives, and counts.
/// </remarks>
public sealed class RemovePartner(
    IDbContextFactory<ReunionDbContext> factory, PresenceIndex presence, AuditTrail audit, LiveFeed live, TimeProvider clock)
{
    /// <summary>Removes the partner; does nothing when it was removed before.</summary>
    /// <param name="actor">Needs <see cref="Permission.ManagePartners"/>.</param>
    /// <param name="id">The partner.</param>
    /// <param name="cancel">Stops before the commit.</param>
    /// <exception cref="ProblemException"><c>forbidden</c>, <c>not_found</c>, or <c>changed_meanwhile</c>.</exception>
    public async Task ExecuteAsync(Actor actor, PartnerId id, CancellationToken cancel = default)
    {
        actor.Demand(Permission.ManagePartners);
        var now = clock.GetUtcNow();
        await using var db = await factory.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var partner = await db.FindAsync<Partner>([id], cancel) ?? throw ProblemException.NotFound("partner");
        if (partner.Status == PartnerStatus.Removed)
            return;
        (partner.Status, partner.RemovedAtUtc, partner.DeliveryPausedAtUtc) = (PartnerStatus.Removed, now, null);
        await db.Set<ApiKey>().Where(k => k.PartnerId == id && k.RevokedAtUtc == null)
            .ExecuteUpdateAsync(set => set.SetProperty(k => k.RevokedAtUtc, now), cancel);
        await PartnerLeave.WithdrawAsync(db, id, cancel);
        audit.Add(db, actor, AuditAction.PartnerRemoved, id.ToString(), detail: partner.Name);
        await db.CommitAsync(cancel);
        await transaction.CommitAsync(cancel);

        presence.EraseAll(id);
        live.Publish(new PartnerChanged(id));
    }
}
