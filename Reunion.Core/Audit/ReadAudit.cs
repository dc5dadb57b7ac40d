using Microsoft.EntityFrameworkCore;
using Reunion.Core.Common.People;
using Reunion.Core.Storage;

namespace Reunion.Core.Audit;

/// <summary>Lists audit entries, newest first.</summary>
/// <param name="factory">Makes a context for each call.</param>
public sealed class ReadAudit(IDbContextFactory<ReunionDbContext> factory)
{
    /// <summary>A page of entries.</summary>
    /// <param name="actor">Needs <see cref="Permission.ReadAudit"/>.</param>
    /// <param name="before">Only entries with a smaller sequence; null for the newest.</param>
    /// <param name="count">At most this many, 1 to 500.</param>
    /// <param name="cancel">Stops the query.</param>
    public async Task<IReadOnlyList<AuditEntry>> PageAsync(Actor actor, long? before = null, int count = 100, CancellationToken cancel = default)
    {
        actor.Demand(Permission.ReadAudit);
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Set<AuditEntry>().AsNoTracking()
            .Where(e => before == null || e.Sequence < before)
            .OrderByDescending(e => e.Sequence).Take(Math.Clamp(count, 1, 500)).ToListAsync(cancel);
    }
}
