using Microsoft.EntityFrameworkCore;
using Reunion.Core.Cases;
using Reunion.Core.Common;
using Reunion.Core.Storage;

namespace Reunion.Core.Alerts.Publishing;

/// <summary>An alert with the case behind it: everything that is published.</summary>
/// <param name="Alert">The alert with its circles.</param>
/// <param name="Case">Its case.</param>
public sealed record AlertFacts(Alert Alert, Case Case)
{
    /// <summary>Reads one alert, tracked by the context.</summary>
    /// <param name="db">The unit of work.</param>
    /// <param name="id">The alert.</param>
    /// <param name="cancel">Stops the query.</param>
    /// <returns>The facts, or null when there is no such alert.</returns>
    public static async Task<AlertFacts?> FindAsync(ReunionDbContext db, AlertId id, CancellationToken cancel = default)
    {
        var alert = await db.Set<Alert>().Include(a => a.Circles).FirstOrDefaultAsync(a => a.Id == id, cancel);
        return alert is null ? null : new AlertFacts(alert, (await db.FindAsync<Case>([alert.CaseId], cancel))!);
    }
}
