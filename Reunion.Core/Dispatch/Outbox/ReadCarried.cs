using Microsoft.EntityFrameworkCore;
using Reunion.Core.Alerts;
using Reunion.Core.Common;
using Reunion.Core.Partners;
using Reunion.Core.Storage;

namespace Reunion.Core.Dispatch.Outbox;

/// <summary>Says which alerts are a partner's concern: those that touch where it operates, and those that it was sent.</summary>
/// <param name="factory">Makes a context for each call.</param>
/// <remarks>Thread-safe. For a partner that operates everywhere the database is not asked.</remarks>
public sealed class ReadCarried(IDbContextFactory<ReunionDbContext> factory)
{
    /// <summary>The alerts that concern the partner.</summary>
    /// <param name="partner">The partner.</param>
    /// <param name="alerts">Alerts with their circles.</param>
    /// <param name="cancel">Stops the query.</param>
    public async Task<IReadOnlySet<AlertId>> ExecuteAsync(Partner partner, IReadOnlyCollection<Alert> alerts, CancellationToken cancel = default)
    {
        var carried = alerts.Where(a => a.IsServedBy(partner)).Select(a => a.Id).ToHashSet();
        var others = alerts.Select(a => a.Id).Where(id => !carried.Contains(id)).ToList();
        if (others.Count == 0)
            return carried;
        // Its regions may have been changed since: it still is to report on what it was sent.
        await using var db = await factory.CreateDbContextAsync(cancel);
        carried.UnionWith(await db.Set<Delivery>()
            .Where(d => d.AlertId != null && others.Contains(d.AlertId.Value) && d.PartnerId == partner.Id && d.Type == MessageType.AlertIssued)
            .Select(d => d.AlertId!.Value).ToListAsync(cancel));
        return carried;
    }
}
