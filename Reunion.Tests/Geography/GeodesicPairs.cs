using Reunion.Core.Geography;
using Reunion.Tests.Geofencing;

namespace Reunion.Tests.Geography;

/// <summary>Pairs of points between which a shortest path is hard to find, among others.</summary>
internal static class GeodesicPairs
{
    private static readonly (GeoPoint, GeoPoint)[] Odd =
    [
        (new(0, 0), new(0, 180)), (new(0, 0), new(0, 179.5)), (new(0, 0), new(0, 179.3)), (new(0, 0), new(0, 179.9999)),
        (new(0, 0), new(0.5, 179.5)), (new(0, 0), new(0.5, 179.7)), (new(90, 0), new(-90, 0)), (new(90, 0), new(90, 90)),
        (new(0, 0), new(0, 0)), (new(30, 10), new(30, 10)), (new(-30, 0), new(30, 180)), (new(-30, 0), new(29.9, 179.8)),
        (new(5, 0), new(5, 1e-7)), (new(0, 0), new(1e-10, 90)), (new(1e-9, 0), new(-1e-9, 179)), (new(45, 0), new(45, 180)),
        (new(89.999999, 0), new(89.999999, 180)), (new(-89.9, 10), new(89.9, -170)), (new(40, -180), new(40, 180)),
        (new(36.493349428792, 0), new(-36.49334942879201, 179.99999999999)),
    ];

    public static List<(GeoPoint A, GeoPoint B)> Of(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Odd, .. Enumerable.Range(0, count).Select(i => Pair(random, i))];
    }

    private static (GeoPoint, GeoPoint) Pair(Random random, int i)
    {
        var a = RandomPlaces.Centre(random, random.Next(16));
        return (i % 4) switch
        {
            // Nearly opposite.
            0 => (a, Moved(random, new GeoPoint(-a.Latitude, Math.IEEERemainder(a.Longitude + 180, 360)), 1.2 * random.NextDouble())),
            // Centimetres to hundreds of kilometres apart.
            1 => (a, Moved(random, a, Math.Pow(10, random.NextDouble() * 8 - 7))),
            // Both near the equator.
            2 => (Equatorial(random, a.Longitude), Equatorial(random, random.NextDouble() * 360 - 180)),
            _ => (a, RandomPlaces.Anywhere(random, random.Next(6))),
        };
    }

    private static GeoPoint Equatorial(Random random, double longitude) => new((random.NextDouble() - 0.5) * 1e-3, longitude);

    private static GeoPoint Moved(Random random, GeoPoint point, double degrees) => new(
        Math.Clamp(point.Latitude + (random.NextDouble() - 0.5) * degrees, -90, 90),
        Math.IEEERemainder(point.Longitude + (random.NextDouble() - 0.5) * degrees, 360));
}
