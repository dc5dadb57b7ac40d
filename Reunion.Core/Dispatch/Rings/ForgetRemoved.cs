using Microsoft.EntityFrameworkCore;
using Reunion.Core.Geofencing;
using Reunion.Core.Partners;
using Reunion.Core.Storage;

namespace Reunion.Core.Dispatch.Rings;

/// <summary>Erases what a removed partner's last request brought while the partner was being removed, or an old snapshot brought back.</summary>
/// <param name="factory">Makes a context for each call.</param>
/// <param name="presence">Holds the positions.</param>
/// <remarks>Thread-safe.</remarks>
internal sealed class ForgetRemoved(IDbContextFactory<ReunionDbContext> factory, PresenceIndex presence)
{
    /// <summary>Erases the positions of every removed partner's phones.</summary>
    public async Task ExecuteAsync(CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var removed = await db.Set<Partner>().Where(p => p.Status == PartnerStatus.Removed).Select(p => p.Id).ToListAsync(cancel);
        foreach (var partner in removed.Where(p => presence.CountPhones(p) > 0))
            presence.EraseAll(partner);
    }
}
