using Microsoft.EntityFrameworkCore;
using Reunion.Core.Audit;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Live;
using Reunion.Core.Storage;

namespace Reunion.Core.Partners;

/// <summary>Makes and changes partners.</summary>
/// <param name="factory">Makes a context for each call.</param>
/// <param name="validator">Checks the form.</param>
/// <param name="vault">Makes the first webhook secret.</param>
/// <param name="audit">Keeps who did it.</param>
/// <param name="live">Tells open screens.</param>
/// <param name="clock">Gives the time.</param>
public sealed class RegisterPartner(
    IDbContextFactory<ReunionDbContext> factory, PartnerFormValidator validator, WebhookSecretVault vault,
    AuditTrail audit, LiveFeed live, TimeProvider clock)
{
    /// <summary>Makes a partner with its first API key and webhook secret.</summary>
    /// <param name="actor">Needs <see cref="Permission.ManagePartners"/>.</param>
    /// <param name="form">What was entered.</param>
    /// <param name="cancel">Stops before the commit.</param>
    /// <returns>The id, and the key and secret, which can never be shown again.</returns>
    /// <exception cref="ProblemException">Fields are wrong, the name is taken, or the role does not allow it.</exception>
    public async Task<NewPartner> ExecuteAsync(Actor actor, PartnerForm form, CancellationToken cancel = default)
    {
        actor.Demand(Permission.ManagePartners);
        validator.Demand(form);
        await using var db = await factory.CreateDbContextAsync(cancel);
        await DemandFreeNameAsync(db, form.Name.Trim(), null, cancel);

        var now = clock.GetUtcNow();
        var partner = new Partner { Id = TypedId.New<PartnerId>(clock), Name = "", Endpoint = "", CreatedAtUtc = now };
        Apply(form, partner);
        AuditNetwork(db, actor, partner, wasInternal: false);
        var (token, secret) = (ApiKeyToken.New(), WebhookSecretVault.New());
        db.Add(partner);
        db.Add(NewKey(partner.Id, token, now));
        db.Add(new WebhookSecret { PartnerId = partner.Id, ProtectedSecret = vault.Protect(secret), CreatedAtUtc = now });
        audit.Add(db, actor, AuditAction.PartnerRegistered, partner.Id.ToString(), detail: partner.Name);
        await db.CommitAsync(cancel);

        live.Publish(new PartnerChanged(partner.Id));
        return new NewPartner(partner.Id, token, secret);
    }

    /// <summary>Changes a partner.</summary>
    /// <param name="actor">Needs <see cref="Permission.ManagePartners"/>.</param>
    /// <param name="id">The partner.</param>
    /// <param name="version">The version that was looked at.</param>
    /// <param name="form">What was entered.</param>
    /// <param name="cancel">Stops before the commit.</param>
    /// <exception cref="ProblemException">Fields are wrong, <c>not_found</c>, <c>partner_removed</c>, or <c>changed_meanwhile</c>.</exception>
    public async Task UpdateAsync(Actor actor, PartnerId id, int version, PartnerForm form, CancellationToken cancel = default)
    {
        actor.Demand(Permission.ManagePartners);
        validator.Demand(form);
        await using var db = await factory.CreateDbContextAsync(cancel);
        var partner = await db.FindAsync<Partner>([id], cancel) ?? throw ProblemException.NotFound("partner");
        partner.DemandPresent();
        if (partner.Version != version)
            throw ProblemException.Changed();
        await DemandFreeNameAsync(db, form.Name.Trim(), id, cancel);

        // Whoever saves an endpoint says that it is there, also when it is the same one.
        partner.TryEndpointsAgain();
        var wasInternal = partner.IsInternal;
        Apply(form, partner);
        AuditNetwork(db, actor, partner, wasInternal);
        audit.Add(db, actor, AuditAction.PartnerUpdated, id.ToString(), detail: partner.Name);
        await db.CommitAsync(cancel);
        live.Publish(new PartnerChanged(id));
    }

    internal static ApiKey NewKey(PartnerId partner, string token, DateTimeOffset now) => new()
    {
        Id = ApiKeyId.From(Guid.CreateVersion7(now)),
        PartnerId = partner,
        Hash = ApiKeyToken.Hash(token),
        Hint = ApiKeyToken.Hint(token),
        CreatedAtUtc = now,
    };

    private static async Task DemandFreeNameAsync(ReunionDbContext db, string name, PartnerId? self, CancellationToken cancel)
    {
        if (await db.Set<Partner>().AnyAsync(p => p.Name == name && p.Id != self && p.Status != PartnerStatus.Removed, cancel))
            throw new ProblemException([new FieldProblem(nameof(PartnerForm.Name), "name_taken")]);
    }

    // That messages may go into private networks is a choice of its own, which somebody looks for later.
    private void AuditNetwork(ReunionDbContext db, Actor actor, Partner partner, bool wasInternal)
    {
        if (partner.IsInternal != wasInternal)
            audit.Add(
                db, actor, partner.IsInternal ? AuditAction.PartnerMadeInternal : AuditAction.PartnerMadePublic, partner.Id.ToString(),
                detail: partner.Name);
    }

    private static void Apply(PartnerForm form, Partner partner)
    {
        partner.Name = form.Name.Trim();
        partner.Endpoint = form.Endpoint.Trim();
        partner.ExerciseEndpoint = string.IsNullOrWhiteSpace(form.ExerciseEndpoint) ? null : form.ExerciseEndpoint.Trim();
        partner.Targeting = form.Targeting;
        partner.Datum = form.Datum;
        partner.RecipientFormat = form.RecipientFormat;
        partner.IsInternal = form.IsInternal;
        partner.Regions = [.. form.Regions.Select(r => r with { Name = r.Name.Trim() })];
        partner.RequestsPerSecond = form.RequestsPerSecond;
    }
}
