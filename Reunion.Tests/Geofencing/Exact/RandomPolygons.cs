using Reunion.Core.Geofencing;
using Reunion.Core.Geography;

namespace Reunion.Tests.Geofencing.Exact;

/// <summary>Polygons of 3 to 1,000 vertices, from some hundred metres to thousands of kilometres, in the difficult places.</summary>
internal static class RandomPolygons
{
    private const int MostVertices = 1_000;

    public static Polygon Polygon(Random random, int i, int mostVertices = MostVertices, GeoPoint? near = null)
    {
        // The repeated vertex counts.
        var corners = (i % 10 == 0 ? mostVertices : (int)(4 * Math.Pow(mostVertices / 4.0, random.NextDouble()))) - 1;
        var reach = Math.Max(5 * corners, 100 * Math.Pow(20_000, random.NextDouble()));
        var centre = near ?? RandomPlaces.Centre(random, i);
        var vertices = (i / 8 % 6) switch
        {
            0 => Sector(random, centre, reach),
            1 => Comb(random, centre, reach, corners),
            2 => Spiral(centre, reach, Math.Max(80, corners)),
            3 => AroundPole(random, reach, corners),
            _ => Star(random, centre, reach, corners),
        };
        if (random.Next(2) == 0)
            vertices.Reverse();
        return new Polygon([.. vertices, vertices[0]]);
    }

    private static List<GeoPoint> Star(Random random, GeoPoint centre, double reach, int corners)
    {
        // Long and many spikes would only take long.
        var depth = Math.Min(0.7, 20_000_000 / reach / corners);
        return [.. Enumerable.Range(0, corners).Select(i => Geodesic.Destination(
            centre, (i + 0.4 * random.NextDouble()) * 360 / corners, reach * (1 - depth * random.NextDouble())))];
    }

    /// <summary>Between two meridians; every third begins on the antimeridian, and every third ends on a pole.</summary>
    private static List<GeoPoint> Sector(Random random, GeoPoint centre, double reach)
    {
        var height = reach / 111_000;
        var south = Math.Clamp(centre.Latitude, -89.9, 89.9 - height);
        var width = Math.Min(170, height / Math.Cos(south * Math.PI / 180));
        var west = random.Next(3) == 0 ? 180 : centre.Longitude;
        double Lon(double longitude) => longitude > 180 ? longitude - 360 : longitude;
        return random.Next(3) == 0
            ? [new(south, west), new(south, Lon(west + width)), new(90, random.NextDouble() * 360 - 180)]
            : [new(south, west), new(south, Lon(west + width)), new(south + height, Lon(west + width)), new(south + height, west)];
    }

    private static List<GeoPoint> Comb(Random random, GeoPoint centre, double reach, int corners)
    {
        var teeth = Math.Max(2, corners / 2);
        var length = Math.Min(reach, 40_000_000 / teeth);
        var turned = random.NextDouble() * 360;
        GeoPoint At(double along, double across) =>
            Geodesic.Destination(centre, turned + Math.Atan2(across, along) * 180 / Math.PI, Math.Sqrt(along * along + across * across));
        return
        [
            .. Enumerable.Range(0, 2 * teeth).Select(i =>
                At(reach * (i / 2.0 / teeth - 0.5), length * (i % 2 == 0 ? 0.5 + random.NextDouble() : 0.1))),
            At(reach * 0.5, -length * 0.1),
            At(-reach * 0.5, -length * 0.1),
        ];
    }

    private static List<GeoPoint> Spiral(GeoPoint centre, double reach, int corners)
    {
        var steps = corners / 2;
        GeoPoint At(int step, double wider) =>
            Geodesic.Destination(centre, 1_080.0 * step / steps, reach * (0.1 + wider + 0.7 * step / steps));
        return [.. Enumerable.Range(0, steps).Select(i => At(i, 0)), .. Enumerable.Range(0, steps).Select(i => At(steps - 1 - i, 0.1))];
    }

    private static List<GeoPoint> AroundPole(Random random, double reach, int corners)
    {
        var pole = new GeoPoint(random.Next(2) == 0 ? 90 : -90, 0);
        // Sometimes the pole is just outside.
        var centre = Geodesic.Destination(pole, random.NextDouble() * 360, reach * random.NextDouble());
        return Star(random, centre, reach, corners);
    }
}
