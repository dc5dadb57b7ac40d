using Microsoft.Extensions.Options;
using Reunion.Core.Alerts.Radius;
using Reunion.Core.Geography;

namespace Reunion.Core.Alerts.Night;

/// <summary>
/// Says whether phones are told without a sound: at night those in rings far away, never those near by. Woken for a child 800 km
/// away, people switch alerts off.
/// </summary>
/// <param name="options">From which radius, and when it is night.</param>
/// <remarks>Thread-safe.</remarks>
public sealed class NightRule(IOptions<NightOptions> options)
{
    private const double DegreesAnHour = 15;

    private readonly NightOptions _options = options.Value;
    private readonly TimeZoneInfo? _zone = options.Value.TimeZone.Length > 0 ? TimeZoneInfo.FindSystemTimeZoneById(options.Value.TimeZone) : null;

    /// <summary>The settings that count.</summary>
    public NightOptions Options => _options;

    /// <summary>Whether a ring is silent.</summary>
    /// <param name="centre">The circle's centre.</param>
    /// <param name="innerRadiusMetres">The ring's inner radius in metres: a ring that reaches within the set radius is never silent.</param>
    /// <param name="at">When its phones are told.</param>
    public bool IsSilent(GeoPoint centre, double innerRadiusMetres, DateTimeOffset at) => IsFar(innerRadiusMetres) && IsNight(centre, at);

    /// <summary>Whether a ring is far enough away to be silent at night.</summary>
    /// <param name="innerRadiusMetres">The ring's inner radius in metres.</param>
    public bool IsFar(double innerRadiusMetres) => innerRadiusMetres >= _options.FromRadiusMetres;

    /// <summary>Whether an alert as it stands would be shown without a sound: everything that it reaches newly is far away, and it is night there.</summary>
    /// <param name="alert">The alert with its circles.</param>
    /// <param name="at">When.</param>
    public bool IsSilent(Alert alert, DateTimeOffset at)
    {
        var schedule = alert.Schedule();
        return alert.Circles.Count > 0 && alert.Circles.All(c => IsSilent(c.Centre, InnerRadiusMetres(schedule, c), at));
    }

    /// <summary>Whether an alert would be shown without a sound to who hears of it for the first time: its first ring decides.</summary>
    /// <param name="alert">The alert with its circles.</param>
    /// <param name="at">When.</param>
    public bool OpensSilently(Alert alert, DateTimeOffset at) => alert.Circles.Count > 0 && alert.Circles.All(c => IsSilent(c.Centre, 0, at));

    /// <summary>Whether it is night at a place.</summary>
    /// <param name="place">The place.</param>
    /// <param name="at">When.</param>
    public bool IsNight(GeoPoint place, DateTimeOffset at)
    {
        var time = TimeOnly.FromTimeSpan(LocalTime(place, at).TimeOfDay);
        // Also across midnight: from 22:00 is between 22:00 and 07:00, and 07:00 is not.
        return time.IsBetween(_options.Start, _options.End);
    }

    /// <summary>
    /// The local time of a place. Without a set zone it is that of the nautical zone, a whole hour for each 15 degrees of longitude:
    /// by the sun, it is never off by more than half an hour, and asks for no map of borders.
    /// </summary>
    /// <param name="place">The place.</param>
    /// <param name="at">The instant.</param>
    public DateTimeOffset LocalTime(GeoPoint place, DateTimeOffset at) => _zone is null
        ? at.ToOffset(TimeSpan.FromHours(Math.Round(place.Longitude / DegreesAnHour, MidpointRounding.AwayFromZero)))
        : TimeZoneInfo.ConvertTime(at, _zone);

    private static double InnerRadiusMetres(RadiusSchedule schedule, Circle circle) =>
        schedule.RadiusMetres(Math.Max(1, Math.Max(circle.RingsSent, circle.RingsAnnounced)) - 1);
}
