using Microsoft.EntityFrameworkCore;
using Reunion.Core.Cases;
using Reunion.Core.Common;
using Reunion.Core.Storage;

namespace Reunion.Core.Alerts.Publishing;

/// <summary>Reads alerts with their cases.</summary>
/// <param name="factory">Makes a context for each call.</param>
/// <remarks>Thread-safe. Checks nobody's rights: what is read here is published, or shown to people who may see alerts.</remarks>
public sealed class ReadAlerts(IDbContextFactory<ReunionDbContext> factory)
{
    /// <summary>The alerts that have not ended, newest first.</summary>
    /// <param name="cancel">Stops the query.</param>
    public Task<IReadOnlyList<AlertFacts>> OpenAsync(CancellationToken cancel = default) =>
        ListAsync(alerts => alerts.Where(a => a.Status != AlertStatus.Ended), cancel);

    /// <summary>The alerts that ended since an instant, newest first.</summary>
    /// <param name="since">The instant.</param>
    /// <param name="cancel">Stops the query.</param>
    public Task<IReadOnlyList<AlertFacts>> EndedSinceAsync(DateTimeOffset since, CancellationToken cancel = default) =>
        ListAsync(alerts => alerts.Where(a => a.EndedAtUtc >= since), cancel);

    /// <summary>One alert by its id, or null.</summary>
    /// <param name="id">The alert.</param>
    /// <param name="cancel">Stops the query.</param>
    public async Task<AlertFacts?> FindAsync(AlertId id, CancellationToken cancel = default) =>
        await ListAsync(alerts => alerts.Where(a => a.Id == id), cancel) is [var newest, ..] ? newest : null;

    /// <summary>One alert by the code in its links, or null.</summary>
    /// <param name="code">Eight characters, upper case.</param>
    /// <param name="cancel">Stops the query.</param>
    public async Task<AlertFacts?> FindByCodeAsync(string code, CancellationToken cancel = default) =>
        await ListAsync(alerts => alerts.Where(a => a.Code == code), cancel) is [var newest, ..] ? newest : null;

    /// <summary>The newest alert of a case, or null.</summary>
    /// <param name="id">The case.</param>
    /// <param name="cancel">Stops the query.</param>
    public async Task<AlertFacts?> FindByCaseAsync(CaseId id, CancellationToken cancel = default) =>
        await ListAsync(alerts => alerts.Where(a => a.CaseId == id), cancel) is [var newest, ..] ? newest : null;

    /// <summary>The rings that were sent, in the order of sending.</summary>
    /// <param name="id">The alert.</param>
    /// <param name="cancel">Stops the query.</param>
    public async Task<IReadOnlyList<Ring>> RingsAsync(AlertId id, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Set<Ring>().AsNoTracking().Where(r => r.AlertId == id).OrderBy(r => r.SentAtUtc).ToListAsync(cancel);
    }

    /// <summary>The photo's JPEG, or null when there is none.</summary>
    /// <param name="id">The photo.</param>
    /// <param name="cancel">Stops the query.</param>
    public async Task<byte[]?> PhotoAsync(PhotoId id, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Set<CasePhoto>().Where(p => p.Id == id).Select(p => p.Jpeg).FirstOrDefaultAsync(cancel);
    }

    private async Task<IReadOnlyList<AlertFacts>> ListAsync(Func<IQueryable<Alert>, IQueryable<Alert>> which, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var alerts = await which(db.Set<Alert>().AsNoTracking().Include(a => a.Circles))
            .OrderByDescending(a => a.IssuedAtUtc).Take(500).ToListAsync(cancel);
        var ids = alerts.Select(a => a.CaseId).ToList();
        var cases = await db.Set<Case>().AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancel);
        return [.. alerts.Select(a => new AlertFacts(a, cases[a.CaseId]))];
    }
}
