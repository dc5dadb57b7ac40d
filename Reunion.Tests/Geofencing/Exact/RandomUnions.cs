using Reunion.Core.Geofencing;
using Reunion.Core.Geography;

namespace Reunion.Tests.Geofencing.Exact;

/// <summary>Unions of two to five shapes of every kind, which mostly overlap.</summary>
internal static class RandomUnions
{
    public static Union Union(Random random, int i, int count)
    {
        var first = RandomDiscs.Disc(random, i, count);
        var parts = new List<Geofence> { first };
        for (var k = random.Next(1, 5); k > 0; k--)
            parts.Add(Part(random, i, count, first));
        return i % 5 == 0 ? new Union([new Union(parts), RandomDiscs.Disc(random, i + 1, count)]) : new Union(parts);
    }

    private static Geofence Part(Random random, int i, int count, Disc first)
    {
        var centre = Geodesic.Destination(first.Centre, random.NextDouble() * 360, first.RadiusMetres * 1.5 * random.NextDouble());
        var radius = first.RadiusMetres * (0.3 + random.NextDouble());
        // Seldom far apart, as all rows between are looked at.
        return random.Next(16) switch
        {
            0 => RandomPolygons.Polygon(random, i, 40, near: centre),
            1 => RandomPolygons.Polygon(random, i, 40),
            2 => RandomDiscs.Annulus(random, i, count),
            < 7 => new Annulus(centre, radius * random.NextDouble(), radius),
            _ => new Disc(centre, radius),
        };
    }
}
