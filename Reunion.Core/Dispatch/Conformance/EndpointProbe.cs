using Microsoft.EntityFrameworkCore;
using Reunion.Core.Alerts;
using Reunion.Core.Audit;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Dispatch.Webhooks;
using Reunion.Core.Partners;
using Reunion.Core.Storage;

namespace Reunion.Core.Dispatch.Conformance;

/// <summary>What a person's try of an endpoint begins with: who may, that it is kept, and where it goes.</summary>
/// <param name="factory">Makes a context for each call.</param>
/// <param name="vault">Decrypts the secrets.</param>
/// <param name="audit">Keeps who did it.</param>
/// <param name="clock">Gives the time.</param>
public sealed class EndpointProbe(IDbContextFactory<ReunionDbContext> factory, WebhookSecretVault vault, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Records the act, also when nothing answers afterwards, and gives the partner and its endpoint for a mode.</summary>
    internal async Task<(Partner Partner, PartnerTarget Target)> BeginAsync(
        Actor actor, PartnerId id, AlertMode mode, AuditAction action, CancellationToken cancel)
    {
        actor.Demand(Permission.ManagePartners);
        await using var db = await factory.CreateDbContextAsync(cancel);
        var partner = await db.Set<Partner>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, cancel)
            ?? throw ProblemException.NotFound("partner");
        partner.DemandPresent();
        var keys = await PartnerTarget.KeysAsync(db, partner, vault, clock.GetUtcNow(), cancel);
        var target = PartnerTarget.Of(partner, mode, keys)
            ?? throw new ProblemException(ProblemKind.Conflict, "no_exercise_endpoint", "The partner has no endpoint for exercises.");
        audit.Add(db, actor, action, id.ToString(), detail: partner.Name);
        await db.SaveChangesAsync(cancel);
        return (partner, target);
    }
}
