using Microsoft.EntityFrameworkCore;
using Reunion.Core.Audit;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Live;
using Reunion.Core.Storage;

namespace Reunion.Core.Partners;

/// <summary>Makes, lists and revokes API keys and rotates webhook secrets.</summary>
/// <param name="factory">Makes a context for each call.</param>
/// <param name="vault">Makes and encrypts secrets.</param>
/// <param name="audit">Keeps who did it.</param>
/// <param name="live">Tells open screens and connections.</param>
/// <param name="clock">Gives the time.</param>
public sealed class PartnerKeys(
    IDbContextFactory<ReunionDbContext> factory, WebhookSecretVault vault, AuditTrail audit, LiveFeed live, TimeProvider clock)
{
    /// <summary>How long an old webhook secret signs beside its successor.</summary>
    public static readonly TimeSpan SecretOverlap = TimeSpan.FromHours(24);

    /// <summary>Makes another API key; two may be valid at a time, so that one can replace the other without a gap.</summary>
    /// <param name="actor">Needs <see cref="Permission.ManagePartners"/>.</param>
    /// <param name="partner">The partner.</param>
    /// <param name="cancel">Stops before the commit.</param>
    /// <returns>The key, which can never be shown again.</returns>
    /// <exception cref="ProblemException">
    /// <c>two_keys_already</c>, <c>changed_meanwhile</c>, <c>partner_removed</c> or <c>not_found</c>.
    /// </exception>
    public async Task<string> IssueAsync(Actor actor, PartnerId partner, CancellationToken cancel = default)
    {
        actor.Demand(Permission.ManagePartners);
        await using var db = await factory.CreateDbContextAsync(cancel);
        var owner = await DemandPartnerAsync(db, partner, cancel);
        if (await db.Set<ApiKey>().CountAsync(k => k.PartnerId == partner && k.RevokedAtUtc == null, cancel) >= 2)
            throw new ProblemException(ProblemKind.Conflict, "two_keys_already", "Two keys are valid already. Revoke one first.");

        var token = ApiKeyToken.New();
        db.Add(RegisterPartner.NewKey(partner, token, clock.GetUtcNow()));
        // Counts as a change of the partner: of two admins at the same moment only one makes the second key.
        db.Entry(owner).Property(p => p.Version).IsModified = true;
        audit.Add(db, actor, AuditAction.ApiKeyIssued, partner.ToString());
        await db.CommitAsync(cancel);
        return token;
    }

    /// <summary>Ends a key at once.</summary>
    /// <param name="actor">Needs <see cref="Permission.ManagePartners"/>.</param>
    /// <param name="key">The key's row.</param>
    /// <param name="cancel">Stops before the commit.</param>
    /// <exception cref="ProblemException"><c>not_found</c>.</exception>
    public async Task RevokeAsync(Actor actor, ApiKeyId key, CancellationToken cancel = default)
    {
        actor.Demand(Permission.ManagePartners);
        await using var db = await factory.CreateDbContextAsync(cancel);
        var row = await db.FindAsync<ApiKey>([key], cancel) ?? throw ProblemException.NotFound("key");
        row.RevokedAtUtc ??= clock.GetUtcNow();
        audit.Add(db, actor, AuditAction.ApiKeyRevoked, row.PartnerId.ToString(), detail: row.Hint);
        await db.SaveChangesAsync(cancel);
        live.Publish(new PartnerChanged(row.PartnerId));
    }

    /// <summary>The valid keys of a partner, oldest first.</summary>
    /// <param name="actor">Needs <see cref="Permission.ManagePartners"/>.</param>
    /// <param name="partner">The partner.</param>
    /// <param name="cancel">Stops the query.</param>
    public async Task<IReadOnlyList<ApiKey>> ListAsync(Actor actor, PartnerId partner, CancellationToken cancel = default)
    {
        actor.Demand(Permission.ManagePartners);
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Set<ApiKey>().AsNoTracking()
            .Where(k => k.PartnerId == partner && k.RevokedAtUtc == null).OrderBy(k => k.CreatedAtUtc).ToListAsync(cancel);
    }

    /// <summary>Makes a new webhook secret; the one before signs beside it for <see cref="SecretOverlap"/>, any older one no more.</summary>
    /// <param name="actor">Needs <see cref="Permission.ManagePartners"/>.</param>
    /// <param name="partner">The partner.</param>
    /// <param name="cancel">Stops before the commit.</param>
    /// <returns>The secret, which can never be shown again.</returns>
    /// <exception cref="ProblemException"><c>changed_meanwhile</c>, <c>partner_removed</c> or <c>not_found</c>.</exception>
    public async Task<string> RotateSecretAsync(Actor actor, PartnerId partner, CancellationToken cancel = default)
    {
        actor.Demand(Permission.ManagePartners);
        await using var db = await factory.CreateDbContextAsync(cancel);
        var owner = await DemandPartnerAsync(db, partner, cancel);

        var now = clock.GetUtcNow();
        var secret = WebhookSecretVault.New();
        // Two sign at a time: the one that was being replaced already ends now.
        foreach (var older in await db.Set<WebhookSecret>()
            .Where(s => s.PartnerId == partner && (s.ExpiresAtUtc == null || s.ExpiresAtUtc > now)).ToListAsync(cancel))
            older.ExpiresAtUtc = older.ExpiresAtUtc is null ? now + SecretOverlap : now;
        db.Add(new WebhookSecret { PartnerId = partner, ProtectedSecret = vault.Protect(secret), CreatedAtUtc = now });
        // Counts as a change of the partner: two admins at the same moment would leave two that sign for ever.
        db.Entry(owner).Property(p => p.Version).IsModified = true;
        audit.Add(db, actor, AuditAction.WebhookSecretRotated, partner.ToString());
        await db.CommitAsync(cancel);
        return secret;
    }

    /// <summary>The secrets that sign now, the current one first.</summary>
    /// <param name="actor">Needs <see cref="Permission.ManagePartners"/>.</param>
    /// <param name="partner">The partner.</param>
    /// <param name="cancel">Stops the query.</param>
    public async Task<IReadOnlyList<SigningSecret>> SecretsAsync(Actor actor, PartnerId partner, CancellationToken cancel = default)
    {
        actor.Demand(Permission.ManagePartners);
        var now = clock.GetUtcNow();
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Set<WebhookSecret>().Where(s => s.PartnerId == partner && (s.ExpiresAtUtc == null || s.ExpiresAtUtc > now))
            .OrderByDescending(s => s.Id).Select(s => new SigningSecret(s.CreatedAtUtc, s.ExpiresAtUtc)).ToListAsync(cancel);
    }

    /// <summary>Stops the old secret at once, when it became known or the partner is done with it; does nothing when there is none.</summary>
    /// <param name="actor">Needs <see cref="Permission.ManagePartners"/>.</param>
    /// <param name="partner">The partner.</param>
    /// <param name="cancel">Stops before the commit.</param>
    public async Task EndOldSecretAsync(Actor actor, PartnerId partner, CancellationToken cancel = default)
    {
        actor.Demand(Permission.ManagePartners);
        var now = clock.GetUtcNow();
        await using var db = await factory.CreateDbContextAsync(cancel);
        var old = await db.Set<WebhookSecret>().Where(s => s.PartnerId == partner && s.ExpiresAtUtc > now).ToListAsync(cancel);
        if (old.Count == 0)
            return;
        foreach (var secret in old)
            secret.ExpiresAtUtc = now;
        audit.Add(db, actor, AuditAction.WebhookSecretEnded, partner.ToString());
        await db.SaveChangesAsync(cancel);
    }

    private static async Task<Partner> DemandPartnerAsync(ReunionDbContext db, PartnerId partner, CancellationToken cancel) =>
        (await db.FindAsync<Partner>([partner], cancel) ?? throw ProblemException.NotFound("partner")).DemandPresent();
}
