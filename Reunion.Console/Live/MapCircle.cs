using Reunion.Core.Alerts;
using Reunion.Core.Common;
using Reunion.Core.Geography;

namespace Reunion.Console.Live;

/// <summary>One circle of an alert as screens draw it.</summary>
/// <param name="Id">Identifies the circle.</param>
/// <param name="Reason">Why it was opened.</param>
/// <param name="Centre">Its centre.</param>
/// <param name="SentRadiiMetres">The outer radii of the rings sent, smallest first; empty before the first.</param>
/// <param name="NextRadiusMetres">The radius of the ring to come; null at its largest.</param>
/// <param name="NextAtUtc">When that ring is due; null at its largest.</param>
/// <param name="HasJustGrown">Whether a ring was sent a moment before the snapshot.</param>
public sealed record MapCircle(
    CircleId Id, CircleReason Reason, GeoPoint Centre, IReadOnlyList<double> SentRadiiMetres, double? NextRadiusMetres,
    DateTimeOffset? NextAtUtc, bool HasJustGrown)
{
    /// <summary>The radius now, in metres; 0 before the first ring.</summary>
    public double RadiusMetres => SentRadiiMetres.Count == 0 ? 0 : SentRadiiMetres[^1];

    /// <summary>What the screen brings into view: the circle, or the ring it will open with.</summary>
    public double ExtentMetres => Math.Max(RadiusMetres, SentRadiiMetres.Count == 0 ? NextRadiusMetres ?? 0 : 0);

    internal static MapCircle Of(Circle circle, Alert alert, bool hasJustGrown)
    {
        var schedule = alert.Schedule();
        var grows = circle.RingsSent < schedule.Steps.Count;
        return new MapCircle(
            circle.Id, circle.Reason, circle.Centre,
            [.. Enumerable.Range(1, circle.RingsSent).Select(schedule.RadiusMetres)],
            grows ? schedule.RadiusMetres(circle.RingsSent + 1) : null,
            circle.NextRingAtUtc(schedule), hasJustGrown);
    }
}
