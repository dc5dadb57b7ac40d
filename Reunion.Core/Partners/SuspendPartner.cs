using Microsoft.EntityFrameworkCore;
using Reunion.Core.Audit;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Live;
using Reunion.Core.Storage;

namespace Reunion.Core.Partners;

/// <summary>Suspends a partner, or lets it take part again. What it was sent stays pending until then.</summary>
/// <param name="factory">Makes a context for each call.</param>
/// <param name="audit">Keeps who did it.</param>
/// <param name="live">Tells open screens and the dispatcher.</param>
public sealed class SuspendPartner(IDbContextFactory<ReunionDbContext> factory, AuditTrail audit, LiveFeed live)
{
    /// <summary>Sets whether the partner takes part.</summary>
    /// <param name="actor">Needs <see cref="Permission.ManagePartners"/>.</param>
    /// <param name="id">The partner.</param>
    /// <param name="status">What it shall be: active or suspended.</param>
    /// <param name="cancel">Stops before the commit.</param>
    /// <exception cref="ProblemException"><c>not_found</c>, <c>partner_removed</c>, or <c>changed_meanwhile</c>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A partner is removed by another act.</exception>
    public async Task ExecuteAsync(Actor actor, PartnerId id, PartnerStatus status, CancellationToken cancel = default)
    {
        actor.Demand(Permission.ManagePartners);
        if (status is not (PartnerStatus.Active or PartnerStatus.Suspended))
            throw new ArgumentOutOfRangeException(nameof(status), status, "A partner is suspended or active.");
        await using var db = await factory.CreateDbContextAsync(cancel);
        var partner = await db.FindAsync<Partner>([id], cancel) ?? throw ProblemException.NotFound("partner");
        partner.DemandPresent();
        if (partner.Status == status)
            return;
        partner.Status = status;
        partner.TryEndpointsAgain();
        var action = status == PartnerStatus.Suspended ? AuditAction.PartnerSuspended : AuditAction.PartnerReinstated;
        audit.Add(db, actor, action, id.ToString(), detail: partner.Name);
        await db.CommitAsync(cancel);
        live.Publish(new PartnerChanged(id));
    }
}
