using Reunion.Core.Geography;

namespace Reunion.Core.Geofencing;

/// <summary>What a polygon must be.</summary>
internal static class PolygonRules
{
    public static IReadOnlyList<GeoPoint> Check(IReadOnlyList<GeoPoint> vertices)
    {
        ArgumentNullException.ThrowIfNull(vertices);
        if (vertices.Count > Polygon.MaxVertices)
            throw new GeofenceException(GeofenceCodes.PolygonTooLarge, $"A polygon has at most {Polygon.MaxVertices} vertices.");
        if (vertices.Distinct().Count() < 3)
            throw new GeofenceException(GeofenceCodes.TooFewVertices, "A polygon has at least three different vertices.");
        if (vertices[0] != vertices[^1])
            throw new GeofenceException(GeofenceCodes.PolygonOpen, "A polygon's last vertex is its first again.");

        GeoPoint[] copy = [.. vertices];
        if (PolygonCrossings.Any(PolygonPath.Of(copy)))
            throw new GeofenceException(GeofenceCodes.PolygonSelfCrossing, "A polygon's edges may not touch or cross.");
        return copy;
    }
}
