using Reunion.Core.Alerts.Radius;
using Reunion.Core.Common;
using Reunion.Core.Geography;
using Reunion.Core.Storage;

namespace Reunion.Core.Alerts;

/// <summary>One geofence of an alert, growing by its own clock.</summary>
public sealed class Circle : IVersioned
{
    /// <summary>Identifies the circle.</summary>
    public required CircleId Id { get; init; }

    /// <summary>The alert it belongs to.</summary>
    public required AlertId AlertId { get; init; }

    /// <summary>Why it was opened.</summary>
    public required CircleReason Reason { get; init; }

    /// <summary>The tip that placed it, for a sighting.</summary>
    public TipId? TipId { get; init; }

    /// <summary>The centre's degrees north in WGS-84.</summary>
    public required double Latitude { get; init; }

    /// <summary>The centre's degrees east in WGS-84.</summary>
    public required double Longitude { get; init; }

    /// <summary>From when its clock counts; may lie before the alert was issued.</summary>
    public required DateTimeOffset ClockStartUtc { get; init; }

    /// <summary>The highest ring whose batches are committed; 0 before the first.</summary>
    public int RingsSent { get; set; }

    /// <summary>The highest ring that partners were told of; 0 before the first message.</summary>
    public int RingsAnnounced { get; set; }

    /// <summary>The ring whose radius the circle has for those who read it, from 1: the highest that was told or sent.</summary>
    public int RingShown => Math.Max(1, Math.Max(RingsSent, RingsAnnounced));

    /// <summary>The centre.</summary>
    public GeoPoint Centre => new(Latitude, Longitude);

    /// <inheritdoc/>
    public int Version { get; set; }

    /// <summary>How many rings are due at an instant.</summary>
    /// <param name="schedule">The alert's schedule.</param>
    /// <param name="now">The instant.</param>
    public int RingsDue(RadiusSchedule schedule, DateTimeOffset now) => schedule.RingsDue(now - ClockStartUtc);

    /// <summary>When the ring after the last sent one is due, or null when the circle is at its largest.</summary>
    /// <param name="schedule">The alert's schedule.</param>
    public DateTimeOffset? NextRingAtUtc(RadiusSchedule schedule) =>
        RingsSent < schedule.Steps.Count ? ClockStartUtc + schedule.Steps[RingsSent].After : null;
}
