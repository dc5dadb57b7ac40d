using Microsoft.EntityFrameworkCore;
using Reunion.Core.Alerts;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Core.Dispatch.Rings;
using Reunion.Core.Geography;
using Reunion.Core.Storage;
using Reunion.Core.Tips;

namespace Reunion.Core.Dispatch.Receipts;

/// <summary>Adds up, ring by ring, what partners were sent and what they reported back.</summary>
/// <param name="factory">Makes a context for each call.</param>
/// <remarks>Thread-safe. The database adds up; what is read is a row a ring, however many partners and reports there are.</remarks>
public sealed class ReadReceipts(IDbContextFactory<ReunionDbContext> factory)
{
    /// <summary>What came of one alert with all partners, or null when there is no such alert.</summary>
    /// <param name="actor">Needs <see cref="Permission.SeeAlerts"/>.</param>
    /// <param name="alert">The alert.</param>
    /// <param name="cancel">Stops the queries.</param>
    /// <exception cref="ProblemException"><c>forbidden</c>.</exception>
    public async Task<AlertTally?> OfAlertAsync(Actor actor, AlertId alert, CancellationToken cancel = default)
    {
        actor.Demand(Permission.SeeAlerts);
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await TallyAsync(db, [alert], null, cancel) is [var only, ..] ? only : null;
    }

    /// <summary>What came of the newest alerts that a partner was told of, with this partner alone; newest first.</summary>
    /// <param name="actor">Needs <see cref="Permission.ManagePartners"/>.</param>
    /// <param name="partner">The partner.</param>
    /// <param name="count">At most this many alerts, 1 to 100.</param>
    /// <param name="cancel">Stops the queries.</param>
    /// <exception cref="ProblemException"><c>forbidden</c>.</exception>
    public async Task<IReadOnlyList<AlertTally>> OfPartnerAsync(
        Actor actor, PartnerId partner, int count = 20, CancellationToken cancel = default)
    {
        actor.Demand(Permission.ManagePartners);
        await using var db = await factory.CreateDbContextAsync(cancel);
        var alerts = await db.Set<Alert>()
            .Where(a => db.Set<Delivery>().Any(d => d.AlertId == a.Id && d.PartnerId == partner))
            .OrderByDescending(a => a.IssuedAtUtc).Take(Math.Clamp(count, 1, 100)).Select(a => a.Id).ToListAsync(cancel);
        return await TallyAsync(db, alerts, partner, cancel);
    }

    private static async Task<IReadOnlyList<AlertTally>> TallyAsync(
        ReunionDbContext db, IReadOnlyCollection<AlertId> ids, PartnerId? partner, CancellationToken cancel)
    {
        var alerts = await db.Set<Alert>().AsNoTracking().Include(a => a.Circles).Where(a => ids.Contains(a.Id))
            .OrderByDescending(a => a.IssuedAtUtc).ToListAsync(cancel);
        var rings = (await db.Set<Ring>().AsNoTracking().Where(r => ids.Contains(r.AlertId)).ToListAsync(cancel)).ToLookup(r => r.AlertId);
        var sent = await db.Set<RecipientBatch>().Where(b => ids.Contains(b.AlertId) && (partner == null || b.PartnerId == partner))
            .Join(db.Set<Delivery>().Where(d => d.Status == DeliveryStatus.Delivered), b => b.DeliveryId, d => d.Id, (b, _) => b)
            .GroupBy(b => new { b.CircleId, b.Ring }).Select(g => new { g.Key.CircleId, g.Key.Ring, Count = g.Sum(b => (long)b.Count) })
            .ToDictionaryAsync(g => (g.CircleId, g.Ring), g => g.Count, cancel);
        var receipts = await db.Set<RingReceipt>().Where(r => ids.Contains(r.AlertId) && (partner == null || r.PartnerId == partner))
            .GroupBy(r => new { r.CircleId, r.Ring }).Select(g => new
            {
                g.Key.CircleId,
                g.Key.Ring,
                Delivered = g.Sum(r => r.Delivered),
                Opened = g.Sum(r => r.Opened),
                ByArea = g.Sum(r => r.ByArea),
                Unfounded = g.Sum(r => r.ReportedDelivered - r.Delivered),
            }).ToDictionaryAsync(g => (g.CircleId, g.Ring), cancel);
        var places = (await db.Set<Tip>()
            .Where(t => ids.Contains(t.AlertId) && t.Review != TipReview.Duplicate && (partner == null || t.PartnerId == partner))
            .Select(t => new { t.AlertId, t.Latitude, t.Longitude }).ToListAsync(cancel)).ToLookup(t => t.AlertId);

        return
        [
            .. alerts.Select(alert =>
            {
                var where = new TipPlaces(alert.Circles, [.. rings[alert.Id]]);
                var tips = places[alert.Id]
                    .Select(t => t is { Latitude: { } north, Longitude: { } east } ? where.RingOf(new GeoPoint(north, east)) : null)
                    .CountBy(ring => ring ?? default).ToDictionary();
                var lines = rings[alert.Id].OrderBy(r => r.SentAtUtc).ThenBy(r => r.Number).Select(r =>
                {
                    var (key, back) = ((r.CircleId, r.Number), receipts.GetValueOrDefault((r.CircleId, r.Number)));
                    return new RingTally(
                        r.CircleId, r.Number, r.OuterRadiusMetres, r.SentAtUtc, r.IsSilent, sent.GetValueOrDefault(key), back?.ByArea ?? 0,
                        back?.Delivered ?? 0, back?.Opened ?? 0, back?.Unfounded ?? 0, tips.GetValueOrDefault(key));
                });
                return new AlertTally(alert.Id, alert.Code, alert.Mode, alert.IssuedAtUtc, [.. lines], tips.GetValueOrDefault(default));
            }),
        ];
    }
}
