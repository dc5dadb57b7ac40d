using Reunion.Core.Geofencing;
using Reunion.Core.Geography;

namespace Reunion.Tests.Geofencing.Exact;

/// <summary>Discs and annuli of every size at every latitude and in the difficult places.</summary>
internal static class RandomDiscs
{
    private const double SmallestMetres = 50;
    private const double LargestMetres = 2_000_000;
    private static readonly double GoldenRatio = (Math.Sqrt(5) - 1) / 2;

    /// <summary>One of so many discs, which together have every size and every latitude, both ends included.</summary>
    public static Disc Disc(Random random, int i, int count)
    {
        var radius = i switch
        {
            < 8 => SmallestMetres,
            < 16 => LargestMetres,
            _ => SmallestMetres * Math.Pow(LargestMetres / SmallestMetres, i * GoldenRatio % 1),
        };
        return new Disc(Centre(random, i, count, radius), radius);
    }

    public static Annulus Annulus(Random random, int i, int count)
    {
        var disc = Disc(random, i, count);
        var outer = disc.RadiusMetres;
        var inner = (i % 4) switch
        {
            // As thin as still has an inside that counts, or as wide as can be.
            0 => Math.Max(0, outer - 70 - 1_000 * random.NextDouble()),
            1 => outer * 1e-3 * random.NextDouble(),
            _ => outer * random.NextDouble(),
        };
        return new Annulus(disc.Centre, inner, outer);
    }

    private static GeoPoint Centre(Random random, int i, int count, double radius) => (i % 4) switch
    {
        0 => new GeoPoint(-90 + 180.0 * i / (count - 4), random.NextDouble() * 360 - 180),
        // An edge that passes close to a pole, or to the antimeridian.
        1 when i % 8 == 1 => Geodesic.Destination(
            new GeoPoint(i % 16 == 1 ? 90 : -90, 0), random.NextDouble() * 360, radius + random.Next(-100, 100)),
        1 => Geodesic.Destination(
            new GeoPoint(random.NextDouble() * 170 - 85, 180), i % 16 == 5 ? 90 : 270, radius + random.Next(-100, 100)),
        _ => RandomPlaces.Centre(random, i / 2),
    };
}
