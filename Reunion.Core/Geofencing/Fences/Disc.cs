using Reunion.Core.Geography;

namespace Reunion.Core.Geofencing;

/// <summary>Everything within a geodesic distance of a point, the edge included.</summary>
/// <param name="Centre">The centre.</param>
/// <param name="RadiusMetres">The radius, above 0 and at most 20,000,000.</param>
/// <exception cref="GeofenceException">The radius is out of range.</exception>
public sealed record Disc(GeoPoint Centre, double RadiusMetres) : Geofence
{
    /// <summary>The radius in metres, above 0 and at most 20,000,000.</summary>
    public double RadiusMetres { get; } = CheckRadius(RadiusMetres);
}
