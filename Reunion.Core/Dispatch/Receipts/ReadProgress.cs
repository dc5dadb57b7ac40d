using Microsoft.EntityFrameworkCore;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Core.Dispatch.Rings;
using Reunion.Core.Dispatch.Withdrawals;
using Reunion.Core.Partners;
using Reunion.Core.Storage;

namespace Reunion.Core.Dispatch.Receipts;

/// <summary>Reads how far alerts have come with partners.</summary>
/// <param name="factory">Makes a context for each call.</param>
public sealed class ReadProgress(IDbContextFactory<ReunionDbContext> factory)
{
    /// <summary>The progress of one alert, a line for each partner that was told of it, by name.</summary>
    /// <param name="actor">Needs <see cref="Permission.SeeAlerts"/>.</param>
    /// <param name="alert">The alert.</param>
    /// <param name="cancel">Stops the queries.</param>
    public async Task<IReadOnlyList<PartnerProgress>> OfAlertAsync(Actor actor, AlertId alert, CancellationToken cancel = default)
    {
        actor.Demand(Permission.SeeAlerts);
        await using var db = await factory.CreateDbContextAsync(cancel);
        var deliveries = await db.Set<Delivery>().Where(d => d.AlertId == alert)
            .GroupBy(d => new { d.PartnerId, d.Status, d.Type })
            .Select(g => new { g.Key.PartnerId, g.Key.Status, g.Key.Type, Count = g.Count(), Last = g.Max(d => d.LastResult) }).ToListAsync(cancel);
        var phones = await db.Set<RecipientBatch>().Where(b => b.AlertId == alert)
            .Join(db.Set<Delivery>(), b => b.DeliveryId, d => d.Id, (b, d) => new { b.PartnerId, d.Status, b.Count })
            .GroupBy(x => new { x.PartnerId, x.Status })
            .Select(g => new { g.Key.PartnerId, g.Key.Status, Count = g.Sum(x => (long)x.Count) }).ToListAsync(cancel);
        var receipts = await db.Set<RingReceipt>().Where(r => r.AlertId == alert).GroupBy(r => r.PartnerId)
            .Select(g => new { g.Key, Delivered = g.Sum(r => r.Delivered), Opened = g.Sum(r => r.Opened) }).ToDictionaryAsync(g => g.Key, cancel);
        var withdrawn = await db.Set<PhotoWithdrawal>().Where(w => w.AlertId == alert && w.ConfirmedAtUtc != null).Select(w => w.PartnerId).ToListAsync(cancel);
        var names = await db.Set<Partner>().Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, cancel);

        return [.. deliveries.GroupBy(d => d.PartnerId).Select(told =>
        {
            var receipt = receipts.TryGetValue(told.Key, out var reported) ? reported : null;
            var pending = told.Where(d => d.Status == DeliveryStatus.Pending).ToList();
            return new PartnerProgress(
                told.Key, names[told.Key],
                phones.Where(p => p.PartnerId == told.Key && p.Status == DeliveryStatus.Delivered).Sum(p => p.Count),
                phones.Where(p => p.PartnerId == told.Key && p.Status == DeliveryStatus.Pending).Sum(p => p.Count),
                receipt?.Delivered ?? 0, receipt?.Opened ?? 0, pending.Sum(d => d.Count),
                pending.Select(d => d.Last).FirstOrDefault(last => last is { Length: > 0 }),
                told.Any(d => d is { Type: MessageType.AlertEnded, Status: DeliveryStatus.Delivered }),
                withdrawn.Contains(told.Key));
        }).OrderBy(p => p.Name, StringComparer.CurrentCulture)];
    }
}
