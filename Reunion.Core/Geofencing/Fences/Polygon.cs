using Reunion.Core.Geography;

namespace Reunion.Core.Geofencing;

/// <summary>The inside of a closed line on the earth whose edges are geodesics, followed to within a metre.</summary>
/// <remarks>
/// The last vertex repeats the first; the direction does not matter. The inside is what the line encloses on a map that is cut
/// where the line is not. A line that goes around the earth encloses the pole of the hemisphere in which its vertices lie on
/// average. Of two vertices exactly opposite in longitude, the edge goes eastward. The longitude
/// of a vertex on a pole says nothing.
/// </remarks>
/// <param name="Vertices">4 to 10,000 points, the last the same as the first; copied. The line is at most 500,000 km long.</param>
/// <exception cref="GeofenceException">It has too few or too many vertices, is open or too long, or its edges touch or cross.</exception>
public sealed record Polygon(IReadOnlyList<GeoPoint> Vertices) : Geofence
{
    /// <summary>The largest number of vertices, the repeated one included.</summary>
    public const int MaxVertices = 10_000;

    /// <summary>The vertices, the first repeated at the end.</summary>
    public IReadOnlyList<GeoPoint> Vertices { get; } = PolygonRules.Check(Vertices);
}
