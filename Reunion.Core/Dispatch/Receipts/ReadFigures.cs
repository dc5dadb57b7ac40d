using Microsoft.EntityFrameworkCore;
using Reunion.Core.Alerts;
using Reunion.Core.Cases;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Core.Dispatch.Rings;
using Reunion.Core.Storage;
using Reunion.Core.Tips;

namespace Reunion.Core.Dispatch.Receipts;

/// <summary>Adds up what actual alerts came to.</summary>
/// <param name="factory">Makes a context for each call.</param>
/// <remarks>Thread-safe.</remarks>
public sealed class ReadFigures(IDbContextFactory<ReunionDbContext> factory)
{
    /// <summary>The figures as they are now.</summary>
    /// <param name="actor">Needs <see cref="Permission.SeeAlerts"/>.</param>
    /// <param name="cancel">Stops the queries.</param>
    /// <exception cref="ProblemException"><c>forbidden</c>.</exception>
    public async Task<Figures> ExecuteAsync(Actor actor, CancellationToken cancel = default)
    {
        actor.Demand(Permission.SeeAlerts);
        await using var db = await factory.CreateDbContextAsync(cancel);
        var actual = db.Set<Alert>().AsNoTracking().Where(a => a.Mode == AlertMode.Actual);
        var alerts = await actual.Join(db.Set<Case>(), a => a.CaseId, c => c.Id, (a, c) => new { a.Status, a.Outcome, a.IssuedAtUtc, SeenAtUtc = c.LastSeen.AtUtc })
            .ToListAsync(cancel);
        var ids = actual.Select(a => a.Id);
        var told = await db.Set<RecipientBatch>().Where(b => ids.Contains(b.AlertId))
            .Join(db.Set<Delivery>().Where(d => d.Status == DeliveryStatus.Delivered), b => b.DeliveryId, d => d.Id, (b, _) => (long)b.Count)
            .SumAsync(cancel);
        var tips = await db.Set<Tip>().Where(t => ids.Contains(t.AlertId))
            .GroupBy(t => new { t.Kind, t.Review }).Select(g => new TipFigure(g.Key.Kind, g.Key.Review, g.Count())).ToListAsync(cancel);
        var rings = await db.Set<Ring>().Where(r => ids.Contains(r.AlertId)).GroupBy(r => r.Number)
            .Select(g => new { Number = g.Key, Sent = g.Count(), Phones = g.Sum(r => r.Phones) }).ToListAsync(cancel);
        var receipts = await db.Set<RingReceipt>().Where(r => ids.Contains(r.AlertId)).GroupBy(r => r.Ring)
            .Select(g => new { Ring = g.Key, Delivered = g.Sum(r => r.Delivered), Opened = g.Sum(r => r.Opened) }).ToDictionaryAsync(g => g.Ring, cancel);
        return new Figures(
            alerts.Count(a => a.Status != AlertStatus.Ended),
            alerts.Count(a => a.Status == AlertStatus.Ended),
            alerts.Count(a => a.Outcome is Outcome.FoundSafe or Outcome.FoundInjured or Outcome.FoundDeceased),
            told, receipts.Values.Sum(r => r.Delivered), receipts.Values.Sum(r => r.Opened),
            Median([.. alerts.Select(a => a.IssuedAtUtc - a.SeenAtUtc).Order()]),
            tips,
            [.. rings.OrderBy(r => r.Number).Select(r => receipts.TryGetValue(r.Number, out var reported)
                ? new RingFigure(r.Number, r.Sent, r.Phones, reported.Delivered, reported.Opened)
                : new RingFigure(r.Number, r.Sent, r.Phones, 0, 0))]);
    }

    private static TimeSpan? Median(IReadOnlyList<TimeSpan> sorted) =>
        sorted.Count == 0 ? null : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
}
