using Reunion.Core.Geofencing;
using Reunion.Core.Geography;

namespace Reunion.Tests.Geofencing.Exact;

/// <summary>Points to ask about: most of them just outside of what is tolerated beside a shape's edge, the others anywhere.</summary>
internal static class PointsAround
{
    private const double BandMetres = 170;

    public static IReadOnlyList<GeoPoint> Of(Random random, Geofence fence, int count) =>
        [.. Enumerable.Range(0, count).Select(i => (i % 16) switch
        {
            0 => Around(random, fence),
            1 => RandomPlaces.Anywhere(random, i / 16),
            _ => BesideEdge(random, fence),
        })];

    /// <summary>Mostly as near to the edge as still counts.</summary>
    private static double Off(Random random) =>
        (random.Next(2) * 2 - 1) * (Exactness.ToleranceMetres + 0.01 + BandMetres * Math.Pow(random.NextDouble(), 3));

    private static GeoPoint BesideEdge(Random random, Geofence fence) => fence switch
    {
        Disc disc => BesideCircle(random, disc.Centre, disc.RadiusMetres),
        Annulus annulus =>
            BesideCircle(random, annulus.Centre, random.Next(2) == 0 ? annulus.InnerRadiusMetres : annulus.OuterRadiusMetres),
        Union union => BesideEdge(random, union.Parts[random.Next(union.Parts.Count)]),
        Polygon polygon => BesideLine(random, polygon),
        _ => throw new ArgumentOutOfRangeException(nameof(fence)),
    };

    private static GeoPoint BesideCircle(Random random, GeoPoint centre, double radius) =>
        Geodesic.Destination(centre, Direction(random), radius + Off(random));

    private static GeoPoint BesideLine(Random random, Polygon polygon)
    {
        var i = random.Next(polygon.Vertices.Count - 1);
        GeoPoint from = polygon.Vertices[i], to = polygon.Vertices[i + 1];
        // Some around the corners, as those are where lines go wrong.
        if (random.Next(4) == 0)
            return Geodesic.Destination(from, Direction(random), Off(random));
        var (metres, azimuth) = GeodesicInverse.Solve(from.Latitude, to.Latitude, to.Longitude - from.Longitude);
        var along = metres * random.NextDouble();
        GeoPoint on = Geodesic.Destination(from, azimuth, along), next = Geodesic.Destination(from, azimuth, along + 100);
        var ahead = GeodesicInverse.Solve(on.Latitude, next.Latitude, next.Longitude - on.Longitude).AzimuthDegrees;
        return Geodesic.Destination(on, ahead + 90, Off(random));
    }

    private static GeoPoint Around(Random random, Geofence fence)
    {
        var (centre, reach) = fence switch
        {
            Disc disc => (disc.Centre, disc.RadiusMetres),
            Annulus annulus => (annulus.Centre, annulus.OuterRadiusMetres),
            Polygon { Vertices: var line } => (line[0], Geodesic.DistanceMetres(line[0], line[line.Count / 2])),
            Union union => (Around(random, union.Parts[random.Next(union.Parts.Count)]), 1_000),
            _ => throw new ArgumentOutOfRangeException(nameof(fence)),
        };
        return Geodesic.Destination(centre, Direction(random), 2 * reach * random.NextDouble());
    }

    /// <summary>Often due north, east, south or west.</summary>
    private static double Direction(Random random) => random.Next(8) == 0 ? 90 * random.Next(4) : random.NextDouble() * 360;
}
