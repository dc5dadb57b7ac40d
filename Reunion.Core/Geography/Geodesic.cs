namespace Reunion.Core.Geography;

/// <summary>Distances and destinations along shortest paths on the WGS-84 ellipsoid.</summary>
/// <remarks>
/// After C. F. F. Karney, "Algorithms for geodesics", J. Geodesy 87, 43–55 (2013): right to well under a millimetre everywhere,
/// also at the poles, across the antimeridian and between nearly antipodal points. Pure and thread-safe.
/// </remarks>
public static class Geodesic
{
    /// <summary>The length of the shortest path between two points, in metres: 0 to about 20,003,931.</summary>
    /// <param name="a">One end.</param>
    /// <param name="b">The other end.</param>
    /// <remarks>Costs about a microsecond; a few times that between nearly antipodal points.</remarks>
    public static double DistanceMetres(GeoPoint a, GeoPoint b) =>
        GeodesicInverse.DistanceMetres(a.Latitude, b.Latitude, b.Longitude - a.Longitude);

    /// <summary>The point that is reached by following a geodesic.</summary>
    /// <param name="from">Where it starts.</param>
    /// <param name="azimuthDegrees">Its direction at the start: 0 north, 90 east; any finite number of degrees.</param>
    /// <param name="distanceMetres">How far; any finite number, backwards when negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The azimuth or the distance is not finite.</exception>
    public static GeoPoint Destination(GeoPoint from, double azimuthDegrees, double distanceMetres)
    {
        if (!double.IsFinite(azimuthDegrees))
            throw new ArgumentOutOfRangeException(nameof(azimuthDegrees), azimuthDegrees, "An azimuth is finite.");
        if (!double.IsFinite(distanceMetres))
            throw new ArgumentOutOfRangeException(nameof(distanceMetres), distanceMetres, "A distance is finite.");

        var (latitude, difference) = GeodesicDirect.Follow(from.Latitude, azimuthDegrees, distanceMetres);
        var longitude = Math.IEEERemainder(from.Longitude + difference, 360);
        return new GeoPoint(Math.Clamp(latitude, -90, 90), Math.Clamp(longitude, -180, 180));
    }
}
