using Microsoft.EntityFrameworkCore;
using Reunion.Core.Common;
using Reunion.Core.Storage;

namespace Reunion.Core.Dispatch.Outbox;

/// <summary>Wakes the outboxes of partners that have something pending.</summary>
/// <param name="factory">Makes a context for each call.</param>
/// <param name="grains">Finds the outboxes.</param>
public sealed class OutboxWaker(IDbContextFactory<ReunionDbContext> factory, IGrainFactory grains)
{
    /// <summary>Wakes one partner's outbox.</summary>
    /// <param name="partner">The partner.</param>
    public Task WakeAsync(PartnerId partner) => grains.GetGrain<IPartnerOutbox>(partner.ToString()).WakeAsync();

    /// <summary>Wakes every partner with something pending of an alert.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="cancel">Stops the query.</param>
    public Task WakeCarriersAsync(AlertId alert, CancellationToken cancel = default) => WakeAsync(alert, cancel);

    /// <summary>Wakes every partner with anything pending.</summary>
    /// <param name="cancel">Stops the query.</param>
    public Task WakeAllAsync(CancellationToken cancel = default) => WakeAsync(null, cancel);

    private async Task WakeAsync(AlertId? alert, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var partners = await db.Set<Delivery>()
            .Where(d => d.Status == DeliveryStatus.Pending && (alert == null || d.AlertId == alert))
            .Select(d => d.PartnerId).Distinct().ToListAsync(cancel);
        foreach (var partner in partners)
            await WakeAsync(partner);
    }
}
