using Reunion.Core.Alerts.Night;
using Reunion.Core.Alerts.Radius;
using Reunion.Core.Common.Hosting;
using Reunion.Core.Geography;

namespace Reunion.Core.Alerts.Publishing;

/// <summary>Turns the facts of an alert into what a partner reads.</summary>
/// <param name="site">Makes the links.</param>
/// <param name="night">Says whether phones are told without a sound.</param>
/// <param name="clock">Gives the time.</param>
/// <remarks>Thread-safe.</remarks>
public sealed class AlertPublisher(PublicSite site, NightRule night, TimeProvider clock)
{
    /// <summary>How long a partner has to take the photo down after the end.</summary>
    public static readonly TimeSpan PhotoWithdrawal = TimeSpan.FromHours(1);

    /// <summary>The alert as it is now.</summary>
    /// <param name="facts">The alert and its case.</param>
    /// <param name="datum">The reader's datum.</param>
    public AlertObject Publish(AlertFacts facts, Datum datum)
    {
        var (alert, missing) = facts;
        var schedule = alert.Schedule();
        var seen = Point(missing.LastSeen.Point, datum);
        var child = missing.Child;
        return new AlertObject(
            alert.Id.ToString(), alert.Code, alert.Mode, alert.Status, alert.Revision, alert.IssuedAtUtc, alert.Headline, alert.Description,
            new AlertChild(
                child.Name, child.Sex, child.AgeYearsAt(alert.IssuedAtUtc),
                child.HeightCm, child.WeightKg, child.Features, child.Clothing),
            site.Photo(alert.Code),
            new AlertSighting(seen.Lat, seen.Lon, missing.LastSeen.AtUtc, missing.LastSeen.Place),
            [.. alert.Circles.OrderBy(c => c.ClockStartUtc).Select(c => Circle(c, schedule, datum))],
            night.IsSilent(alert, clock.GetUtcNow()),
            new AlertContact(missing.ContactUnit, missing.ContactPhone),
            site.AlertPage(alert.Code),
            site.Cap(alert.Id),
            alert.Outcome);
    }

    /// <summary>The alert as the message of one revision tells it.</summary>
    /// <param name="facts">The alert and its case.</param>
    /// <param name="revision">The revision.</param>
    /// <param name="datum">The reader's datum.</param>
    /// <param name="isFirst">Whether the reader hears of the alert for the first time.</param>
    /// <param name="ringIsSilent">Whether the ring that the revision tells of is silent; null when it tells of none.</param>
    public AlertObject Publish(AlertFacts facts, AlertRevision revision, Datum datum, bool isFirst = false, bool? ringIsSilent = null)
    {
        var ended = revision.Change == AlertChange.Ended;
        return Publish(facts, datum) with
        {
            Revision = revision.Number,
            // The alert may be further by now; the message tells what this revision made of it.
            Status = revision.Change switch
            {
                AlertChange.Ended => AlertStatus.Ended,
                AlertChange.Paused => AlertStatus.Paused,
                _ => AlertStatus.Live,
            },
            Silent = isFirst || revision.Change == AlertChange.Issued
                ? night.OpensSilently(facts.Alert, clock.GetUtcNow())
                : ringIsSilent ?? night.IsSilent(facts.Alert, clock.GetUtcNow()),
            Outcome = ended ? facts.Alert.Outcome : null,
            WithdrawPhotoBy = ended ? revision.AtUtc + PhotoWithdrawal : null,
        };
    }

    private static AlertCircle Circle(Circle circle, RadiusSchedule schedule, Datum datum)
    {
        var rings = circle.RingShown;
        var grows = rings < schedule.Steps.Count;
        return new AlertCircle(
            circle.Id.ToString(), circle.Reason, Point(circle.Centre, datum), schedule.RadiusMetres(rings),
            grows ? schedule.RadiusMetres(rings + 1) : null,
            grows ? circle.ClockStartUtc + schedule.Steps[rings].After : null);
    }

    private static AlertPoint Point(GeoPoint point, Datum datum)
    {
        var converted = DatumConversion.FromWgs84(point, datum);
        return new AlertPoint(Math.Round(converted.Latitude, 6), Math.Round(converted.Longitude, 6));
    }
}
