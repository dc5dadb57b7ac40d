using Microsoft.EntityFrameworkCore;
using Reunion.Core.Alerts;
using Reunion.Core.Alerts.Night;
using Reunion.Core.Alerts.Publishing;
using Reunion.Core.Common;
using Reunion.Core.Geofencing;
using Reunion.Core.Live;
using Reunion.Core.Storage;

namespace Reunion.Core.Dispatch.Rings;

/// <summary>Commits batches for phones that came into circles after their ring was sent.</summary>
/// <param name="factory">Makes a context for each call.</param>
/// <param name="presence">Marks the phones.</param>
/// <param name="batches">Cuts them into batches.</param>
/// <param name="night">Says whether they are told without a sound, by when they came.</param>
/// <param name="live">Tells open screens.</param>
/// <param name="clock">Gives the time.</param>
public sealed class SendArrivals(
    IDbContextFactory<ReunionDbContext> factory, PresenceIndex presence, RingBatches batches, NightRule night, LiveFeed live, TimeProvider clock)
{
    /// <summary>Commits claimed arrivals; releases them when that fails or the alert is not live any more.</summary>
    /// <param name="id">The alert.</param>
    /// <param name="arrivals">Claimed phones of that alert.</param>
    /// <param name="cancel">Stops before the commit.</param>
    public async Task ExecuteAsync(AlertId id, IReadOnlyList<Arrival> arrivals, CancellationToken cancel = default)
    {
        if (arrivals.Count == 0)
            return;
        try
        {
            if (await CommitAsync(id, arrivals, cancel))
                return;
        }
        catch
        {
            Release(id, arrivals);
            throw;
        }

        Release(id, arrivals);
    }

    /// <summary>Finds phones that are inside already sent rings and were not told, and commits them.</summary>
    /// <remarks>After a restart, a pause, or when a partner joins: positions came in while nobody watched.</remarks>
    /// <param name="id">The alert.</param>
    /// <param name="cancel">Stops before the commit.</param>
    public async Task CatchUpAsync(AlertId id, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        if (await AlertFacts.FindAsync(db, id, cancel) is not { Alert.Status: AlertStatus.Live } facts)
            return;
        var plan = await DispatchPlan.LoadAsync(db, facts.Alert, cancel);
        var found = new List<Arrival>();
        foreach (var circle in facts.Alert.Circles)
            foreach (var rings in Enumerable.Range(1, circle.RingsSent).Chunk(DistanceBands.MaxBands))
                AddInside(found, facts.Alert, circle, rings, plan);
        await ExecuteAsync(id, found, cancel);
    }

    private void AddInside(List<Arrival> found, Alert alert, Circle circle, int[] rings, DispatchPlan plan)
    {
        var schedule = alert.Schedule();
        var bands = new DistanceBands(circle.Centre, [schedule.RadiusMetres(rings[0] - 1), .. rings.Select(schedule.RadiusMetres)]);
        foreach (var partner in plan.DeviceCarriers)
        {
            using var claimed = presence.Claim(alert.Id, partner.Id, bands);
            foreach (var band in claimed.Bands)
            {
                var ring = rings.First(ring => schedule.RadiusMetres(ring) >= band.OuterRadiusMetres);
                found.AddRange(band.ToArray().Select(device => new Arrival(alert.Id, circle.Id, ring, partner.Id, device)));
            }
        }
    }

    private async Task<bool> CommitAsync(AlertId id, IReadOnlyList<Arrival> arrivals, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        if (await AlertFacts.FindAsync(db, id, cancel) is not { Alert.Status: AlertStatus.Live } facts)
            return false;
        var plan = await DispatchPlan.LoadAsync(db, facts.Alert, cancel);
        var carriers = plan.DeviceCarriers.ToDictionary(p => p.Id);
        var circles = facts.Alert.Circles.ToDictionary(c => c.Id);
        var told = arrivals.Where(a => carriers.ContainsKey(a.Partner) && circles.ContainsKey(a.Circle)).ToList();
        var (schedule, now) = (facts.Alert.Schedule(), clock.GetUtcNow());
        foreach (var group in told.GroupBy(a => (a.Circle, a.Ring, a.Partner)))
        {
            var (circle, ring) = (circles[group.Key.Circle], group.Key.Ring);
            // By now, not by when the ring was sent: who comes at noon into a ring of the night may be rung up.
            var isSilent = night.IsSilent(circle.Centre, schedule.RadiusMetres(ring - 1), now);
            await batches.AddAsync(
                db, facts.Alert, circle, ring, isSilent, carriers[group.Key.Partner],
                group.Select(a => a.Device).Chunk(RecipientBatch.MaxDevices), cancel);
        }

        await db.CommitAsync(cancel);

        // A partner that was suspended meanwhile: its phones were not told, and are found again when it comes back.
        Release(id, arrivals.Except(told));
        foreach (var partner in told.Select(a => a.Partner).Distinct())
            live.Publish(new DeliveryProgressed(id, partner));
        return true;
    }

    private void Release(AlertId id, IEnumerable<Arrival> arrivals)
    {
        foreach (var group in arrivals.GroupBy(a => a.Partner))
            presence.Release(id, group.Key, [.. group.Select(a => a.Device)]);
    }
}
