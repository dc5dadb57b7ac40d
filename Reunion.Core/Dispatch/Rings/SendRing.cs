using Microsoft.EntityFrameworkCore;
using Reunion.Core.Alerts;
using Reunion.Core.Alerts.Night;
using Reunion.Core.Alerts.Publishing;
using Reunion.Core.Audit;
using Reunion.Core.Cap;
using Reunion.Core.Common;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Core.Geofencing;
using Reunion.Core.Live;
using Reunion.Core.Storage;

namespace Reunion.Core.Dispatch.Rings;

/// <summary>Grows a circle by one ring: finds its phones and commits ring, batches and messages together.</summary>
/// <param name="factory">Makes a context for each call.</param>
/// <param name="presence">Finds the phones.</param>
/// <param name="batches">Cuts them into batches.</param>
/// <param name="deliveries">Makes the messages.</param>
/// <param name="night">Says whether the ring is silent; what it says is kept with the ring.</param>
/// <param name="cap">Writes the CAP document of the growth.</param>
/// <param name="audit">Puts the ring on the case's timeline.</param>
/// <param name="live">Tells open screens.</param>
/// <param name="clock">Gives the time.</param>
public sealed class SendRing(
    IDbContextFactory<ReunionDbContext> factory, PresenceIndex presence, RingBatches batches, DeliveryFactory deliveries,
    NightRule night, RecordCap cap, AuditTrail audit, LiveFeed live, TimeProvider clock)
{
    // Within a ring the nearest phones come first; every further band would cost a sweep time.
    private const int Bands = 4;

    /// <summary>Sends one ring, unless it was sent or the alert is not live any more.</summary>
    /// <param name="alertId">The alert.</param>
    /// <param name="circleId">The circle.</param>
    /// <param name="number">The ring, from 1; the ones before were sent.</param>
    /// <param name="cancel">Stops before the commit; claimed phones are released then.</param>
    public async Task ExecuteAsync(AlertId alertId, CircleId circleId, int number, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var facts = await AlertFacts.FindAsync(db, alertId, cancel);
        var circle = facts?.Alert.Circles.FirstOrDefault(c => c.Id == circleId);
        if (facts is null || circle is null || facts.Alert.Status != AlertStatus.Live || circle.RingsSent != number - 1)
            return;

        // First: as large as it is now, the circle may touch where a partner operates that was not concerned before.
        circle.RingsSent = number;
        var plan = await DispatchPlan.LoadAsync(db, facts.Alert, cancel);
        var isSilent = night.IsSilent(circle.Centre, facts.Alert.Schedule().RadiusMetres(number - 1), clock.GetUtcNow());
        using var claims = new PhoneClaims(presence, alertId);
        try
        {
            var phones = await AddBatchesAsync(db, facts.Alert, circle, number, isSilent, plan, claims, cancel);
            await AddRingAsync(db, facts, circle, number, isSilent, phones, plan, cancel);
            await db.CommitAsync(cancel);
        }
        catch
        {
            claims.Release();
            throw;
        }

        live.Publish(new RingSent(alertId, circleId, number));
    }

    private async Task<long> AddBatchesAsync(
        ReunionDbContext db, Alert alert, Circle circle, int number, bool isSilent, DispatchPlan plan, PhoneClaims claims,
        CancellationToken cancel)
    {
        var schedule = alert.Schedule();
        var annulus = new Annulus(circle.Centre, schedule.RadiusMetres(number - 1), schedule.RadiusMetres(number));
        var bands = DistanceBands.Even(annulus, Bands);
        long phones = 0;
        foreach (var partner in plan.DeviceCarriers)
        {
            var claimed = claims.Claim(partner.Id, bands);
            await batches.AddAsync(db, alert, circle, number, isSilent, partner, claimed.Batches(RecipientBatch.MaxDevices), cancel);
            phones += claimed.Count;
        }

        return phones;
    }

    private async Task AddRingAsync(
        ReunionDbContext db, AlertFacts facts, Circle circle, int number, bool isSilent, long phones, DispatchPlan plan, CancellationToken cancel)
    {
        var (alert, schedule, now) = (facts.Alert, facts.Alert.Schedule(), clock.GetUtcNow());
        db.Add(new Ring
        {
            CircleId = circle.Id,
            Number = number,
            AlertId = alert.Id,
            InnerRadiusMetres = schedule.RadiusMetres(number - 1),
            OuterRadiusMetres = schedule.RadiusMetres(number),
            DueAtUtc = circle.ClockStartUtc + schedule.Steps[number - 1].After,
            SentAtUtc = now,
            Phones = phones,
            IsSilent = isSilent,
        });
        if (number > circle.RingsAnnounced)
        {
            circle.RingsAnnounced = number;
            var revision = alert.Revise(AlertChange.Expanded, now);
            revision.DispatchedAtUtc = now;
            plan.Add(db, deliveries, facts, revision, isSilent);
            await cap.AddAsync(db, facts, revision, cancel);
        }

        audit.AddSystem(db, AuditAction.RingSent, circle.Id.ToString(), alert.CaseId, $"{schedule.RadiusMetres(number):0}");
    }
}
