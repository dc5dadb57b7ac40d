using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Reunion.Core.Common;
using Reunion.Core.Storage;

namespace Reunion.Core.Alerts.Publishing;

/// <summary>Says which alert an id or a code names. Never changes, so each is read once: thousands of tips a second ask for the same few.</summary>
/// <param name="factory">Makes a context for each first question.</param>
/// <remarks>Thread-safe. Remembers only alerts that exist, so guessing fills no memory. Checks nobody's rights.</remarks>
public sealed class AlertNames(IDbContextFactory<ReunionDbContext> factory)
{
    private readonly ConcurrentDictionary<AlertId, AlertName> _byId = new();
    private readonly ConcurrentDictionary<string, AlertName> _byCode = new();

    /// <summary>The alert with an id, or null.</summary>
    /// <param name="id">The alert.</param>
    /// <param name="cancel">Stops the query.</param>
    public async ValueTask<AlertName?> FindAsync(AlertId id, CancellationToken cancel = default) =>
        _byId.TryGetValue(id, out var known) ? known : await ReadAsync(alerts => alerts.Where(a => a.Id == id), cancel);

    /// <summary>The alert with a code in its links, or null.</summary>
    /// <param name="code">Eight characters, upper case.</param>
    /// <param name="cancel">Stops the query.</param>
    public async ValueTask<AlertName?> FindByCodeAsync(string code, CancellationToken cancel = default) =>
        _byCode.TryGetValue(code, out var known) ? known : await ReadAsync(alerts => alerts.Where(a => a.Code == code), cancel);

    private async Task<AlertName?> ReadAsync(Func<IQueryable<Alert>, IQueryable<Alert>> which, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var name = await which(db.Set<Alert>().AsNoTracking()).Select(a => new AlertName(a.Id, a.Code, a.Mode)).FirstOrDefaultAsync(cancel);
        if (name is not null)
            _byId[name.Id] = _byCode[name.Code] = name;
        return name;
    }
}
