using Microsoft.EntityFrameworkCore;
using Reunion.Core.Common;
using Reunion.Core.Storage;

namespace Reunion.Core.Alerts.Clarifications;

/// <summary>Reads what was made clear in public; it checks nobody's rights.</summary>
/// <param name="factory">Makes a context for each call.</param>
/// <remarks>Thread-safe.</remarks>
public sealed class ReadClarifications(IDbContextFactory<ReunionDbContext> factory)
{
    /// <summary>Those published since an instant, newest first, at most 50.</summary>
    /// <param name="since">The instant.</param>
    /// <param name="cancel">Stops the query.</param>
    public async Task<IReadOnlyList<Clarification>> SinceAsync(DateTimeOffset since, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Set<Clarification>().AsNoTracking().Where(c => c.PublishedAtUtc >= since)
            .OrderByDescending(c => c.PublishedAtUtc).Take(50).ToListAsync(cancel);
    }

    /// <summary>Those about an alert, newest first, at most 50.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="cancel">Stops the query.</param>
    public async Task<IReadOnlyList<Clarification>> OfAlertAsync(AlertId alert, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Set<Clarification>().AsNoTracking().Where(c => c.AlertId == alert)
            .OrderByDescending(c => c.PublishedAtUtc).Take(50).ToListAsync(cancel);
    }
}
