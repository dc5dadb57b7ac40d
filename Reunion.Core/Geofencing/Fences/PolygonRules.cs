using Reunion.Core.Geography;

namespace Reunion.Core.Geofencing;

/// <summary>What a polygon must be.</summary>
internal static class PolygonRules
{
    /// <summary>Vertices nearer to each other are one corner, however their longitudes are written.</summary>
    private const double SameMetres = 0.01;

    /// <summary>Longer than any coast; a line of so many rows' crossings still fits into memory.</summary>
    private const double LongestMetres = 500_000_000;

    public static IReadOnlyList<GeoPoint> Check(IReadOnlyList<GeoPoint> vertices)
    {
        ArgumentNullException.ThrowIfNull(vertices);
        if (vertices.Count > Polygon.MaxVertices)
            throw new GeofenceException(GeofenceCodes.PolygonTooLarge, $"A polygon has at most {Polygon.MaxVertices} vertices.");
        GeoPoint[] copy = [.. vertices];
        if (copy.Distinct().Count() < 3)
            throw new GeofenceException(GeofenceCodes.TooFewVertices, "A polygon has at least three different vertices.");
        if (copy[0] != copy[^1])
            throw new GeofenceException(GeofenceCodes.PolygonOpen, "A polygon's last vertex is its first again.");

        var (corners, metres) = Corners(copy);
        if (corners.Count < 4)
            throw new GeofenceException(GeofenceCodes.TooFewVertices, "A polygon has at least three vertices that are a centimetre apart.");
        if (metres > LongestMetres)
            throw new GeofenceException(GeofenceCodes.PolygonTooLarge, $"A polygon's line is at most {LongestMetres / 1_000:n0} km long.");
        if (PolygonCrossings.Any(corners))
            throw new GeofenceException(GeofenceCodes.PolygonSelfCrossing, "A polygon's edges may not touch or cross.");
        return copy;
    }

    private static (List<GeoPoint> Corners, double Metres) Corners(GeoPoint[] vertices)
    {
        var (corners, length) = (new List<GeoPoint> { vertices[0] }, 0.0);
        foreach (var vertex in vertices.Skip(1))
        {
            var metres = Geodesic.DistanceMetres(corners[^1], vertex);
            if (metres < SameMetres)
                continue;
            corners.Add(vertex);
            length += metres;
        }
        // The end is the beginning, even when what came before it was too near.
        if (corners[^1] != vertices[0])
            corners[^1] = vertices[0];
        return (corners, length);
    }
}
