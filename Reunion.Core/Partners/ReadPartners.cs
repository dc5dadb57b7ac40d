using Microsoft.EntityFrameworkCore;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Storage;

namespace Reunion.Core.Partners;

/// <summary>Reads partners.</summary>
/// <param name="factory">Makes a context for each call.</param>
public sealed class ReadPartners(IDbContextFactory<ReunionDbContext> factory)
{
    /// <summary>All partners by name.</summary>
    /// <param name="actor">Needs <see cref="Permission.SeeAlerts"/>: everyone may know who carries alerts.</param>
    /// <param name="cancel">Stops the query.</param>
    public async Task<IReadOnlyList<Partner>> ListAsync(Actor actor, CancellationToken cancel = default)
    {
        actor.Demand(Permission.SeeAlerts);
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Set<Partner>().AsNoTracking().OrderBy(p => p.Name).ToListAsync(cancel);
    }

    /// <summary>One partner.</summary>
    /// <param name="actor">Needs <see cref="Permission.ManagePartners"/>.</param>
    /// <param name="id">The partner.</param>
    /// <param name="cancel">Stops the query.</param>
    /// <exception cref="ProblemException"><c>not_found</c>.</exception>
    public async Task<Partner> GetAsync(Actor actor, PartnerId id, CancellationToken cancel = default)
    {
        actor.Demand(Permission.ManagePartners);
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Set<Partner>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, cancel)
            ?? throw ProblemException.NotFound("partner");
    }
}
