namespace Reunion.Core.Geography;

/// <summary>The line that a map draws for a circle on the ellipsoid.</summary>
public static class CircleOutline
{
    /// <summary>Points of the circle, clockwise from north, the first one repeated at the end.</summary>
    /// <param name="centre">The centre.</param>
    /// <param name="radiusMetres">The radius, more than 0 and at most 20,000,000.</param>
    /// <param name="points">How many different points, 8 to 10,000.</param>
    /// <returns>
    /// One point more than asked for. Longitudes are continuous from point to point; when the circle holds a pole the last
    /// one differs from the first by 360 degrees instead of closing, as on any cylindrical map.
    /// </returns>
    /// <remarks>Pure and thread-safe; costs about a microsecond a point.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The radius or the number of points is out of range.</exception>
    public static IReadOnlyList<OutlinePoint> Of(GeoPoint centre, double radiusMetres, int points)
    {
        if (radiusMetres is not (> 0 and <= 20_000_000))
            throw new ArgumentOutOfRangeException(nameof(radiusMetres), radiusMetres, "A radius is over 0 and at most 20,000 km.");
        if (points is < 8 or > 10_000)
            throw new ArgumentOutOfRangeException(nameof(points), points, "An outline has 8 to 10,000 points.");

        var outline = new OutlinePoint[points + 1];
        var longitude = centre.Longitude;
        for (var i = 0; i <= points; i++)
        {
            var (latitude, difference) = GeodesicDirect.Follow(centre.Latitude, 360.0 * i / points, radiusMetres);
            var step = Math.IEEERemainder(centre.Longitude + difference - longitude, 360);
            longitude = i == 0 ? centre.Longitude + difference : longitude + step;
            outline[i] = new OutlinePoint(latitude, longitude);
        }
        return outline;
    }
}
