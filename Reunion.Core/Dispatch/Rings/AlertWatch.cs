using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Reunion.Core.Alerts;
using Reunion.Core.Common;
using Reunion.Core.Geofencing;
using Reunion.Core.Storage;

namespace Reunion.Core.Dispatch.Rings;

/// <summary>Keeps what the presence index watches in step with the rows.</summary>
/// <param name="factory">Makes a context for each call.</param>
/// <param name="presence">Watches.</param>
/// <param name="arrivals">Dropped with their alert.</param>
/// <param name="vault">Says who was told.</param>
/// <remarks>Only the alert's one owner calls it for an alert.</remarks>
public sealed class AlertWatch(
    IDbContextFactory<ReunionDbContext> factory, PresenceIndex presence, ArrivalQueue arrivals, ToldVault vault)
{
    private readonly ConcurrentDictionary<AlertId, Watched> _watched = new();

    /// <summary>Watches the rings that were sent, and one more for each circle that is about to grow.</summary>
    /// <param name="alert">The alert with its circles.</param>
    /// <param name="rings">Which rings of each circle to watch; 0 for none.</param>
    /// <param name="cancel">Stops the query.</param>
    /// <returns>Whether phones may have come in unwatched, so that a catch-up is needed.</returns>
    internal async Task<bool> WatchAsync(Alert alert, Func<Circle, int> rings, CancellationToken cancel)
    {
        var isNew = !_watched.TryGetValue(alert.Id, out var before);
        if (isNew)
            await RestoreAsync(alert.Id, cancel);

        await using var db = await factory.CreateDbContextAsync(cancel);
        var plan = await DispatchPlan.LoadAsync(db, alert, cancel);
        var partners = plan.DeviceCarriers.Select(p => p.Id).ToList();
        var watched = alert.Status == AlertStatus.Live ? Rings(alert, rings) : [];
        var audience = alert.Status + ":" + string.Join(',', partners);
        var scope = string.Join(',', watched.Select(ring => $"{ring.Circle}/{ring.Ring}"));
        // Drawing large circles costs milliseconds, and most wakes change nothing.
        if (!isNew && before == new Watched(audience, scope))
            return false;

        presence.Watch(alert.Id, watched, partners);
        _watched[alert.Id] = new Watched(audience, scope);
        return before?.Audience != audience;
    }

    /// <summary>Asks for a catch-up at the next look: phones were claimed for a commit that failed, and nobody may see them again.</summary>
    /// <param name="id">The alert.</param>
    internal void Doubt(AlertId id)
    {
        if (_watched.TryGetValue(id, out var before))
            _watched.TryUpdate(id, before with { Audience = "" }, before);
    }

    /// <summary>Stops watching an alert that ended.</summary>
    /// <param name="id">The alert.</param>
    internal void Forget(AlertId id)
    {
        _watched.TryRemove(id, out _);
        presence.Unwatch(id);
        arrivals.Drop(id);
    }

    private static List<WatchedRing> Rings(Alert alert, Func<Circle, int> rings)
    {
        var schedule = alert.Schedule();
        return [.. alert.Circles.SelectMany(circle => Enumerable.Range(1, rings(circle)).Select(n => new WatchedRing(
            circle.Id, n, circle.Centre, schedule.RadiusMetres(n - 1), schedule.RadiusMetres(n))))];
    }

    // The rows say who was told; the index forgot it with the process.
    private async Task RestoreAsync(AlertId id, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        await vault.ReadAsync(db, id, (partner, devices) => presence.MarkSent(id, partner, devices), cancel);

        // Batches from before there were such rows still hold their devices.
        var older = db.Set<RecipientBatch>()
            .Where(b => b.AlertId == id && !db.Set<ToldPhones>().Any(t => t.DeliveryId == b.DeliveryId))
            .Select(b => new { b.PartnerId, b.Devices }).AsAsyncEnumerable();
        await foreach (var batch in older.WithCancellation(cancel))
            presence.MarkSent(id, batch.PartnerId, RingBatches.FromBytes(batch.Devices));
    }

    private sealed record Watched(string Audience, string Rings);
}
