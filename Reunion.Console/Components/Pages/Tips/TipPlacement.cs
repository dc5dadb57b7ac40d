using Reunion.Console.Live;
using Reunion.Core.Geography;

namespace Reunion.Console.Components.Pages.Tips;

/// <summary>How a tip's place lies to its alert.</summary>
/// <param name="FromLastSeenMetres">The distance from where the child was last seen, in metres.</param>
/// <param name="IsInside">Whether it lies in a circle of the alert as it stands.</param>
public sealed record TipPlacement(double FromLastSeenMetres, bool IsInside)
{
    /// <summary>Works it out on the ellipsoid.</summary>
    public static TipPlacement Of(GeoPoint place, MapAlert alert) => new(
        Geodesic.DistanceMetres(alert.LastSeenPoint, place),
        alert.Circles.Any(c => Geodesic.DistanceMetres(c.Centre, place) <= c.RadiusMetres));
}
