using Microsoft.EntityFrameworkCore;
using Reunion.Core.Storage;

namespace Reunion.Core.Partners;

/// <summary>Finds the partner behind an API key.</summary>
/// <param name="factory">Makes a context for each call.</param>
public sealed class AuthenticatePartner(IDbContextFactory<ReunionDbContext> factory)
{
    /// <summary>The partner, suspended or not, or null when the key is none, was revoked, or its partner was removed.</summary>
    /// <param name="token">The text after <c>Bearer</c>.</param>
    /// <param name="cancel">Stops the query.</param>
    public async Task<Partner?> ExecuteAsync(string token, CancellationToken cancel = default)
    {
        if (!ApiKeyToken.LooksLikeOne(token))
            return null;
        var hash = ApiKeyToken.Hash(token);
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Set<ApiKey>().AsNoTracking().Where(k => k.Hash == hash && k.RevokedAtUtc == null)
            .Join(db.Set<Partner>(), k => k.PartnerId, p => p.Id, (_, p) => p)
            .Where(p => p.Status != PartnerStatus.Removed)
            .FirstOrDefaultAsync(cancel);
    }
}
