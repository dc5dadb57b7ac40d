using Reunion.Core.Geofencing;
using Reunion.Core.Geography;
using Reunion.Tests.Geofencing.Exact;

namespace Reunion.Tests.Geofencing.Sweeping;

public sealed class TileMapTests
{
    private const int Maps = 60;
    private const int Points = 4_000;

    [Fact]
    public void A_map_of_up_to_64_shapes_says_of_each_what_the_shape_itself_says()
    {
        var random = new Random(44);
        var held = 0;
        for (var i = 0; i < Maps; i++)
        {
            var shapes = (i % 6) switch { 0 => TileMap.MaxFences, 1 => 1, _ => random.Next(2, 20) };
            // Some far apart, so that the box goes around the whole earth; some near each other.
            var near = i % 2 == 0 ? RandomPlaces.Centre(random, i) : (GeoPoint?)null;
            var rasters = Rasterizer.Of([.. Enumerable.Range(0, shapes).Select(k => Shape(random, i * 64 + k, near))]);
            var map = TileMapBuilder.Of(rasters);
            for (var k = 0; k < Points; k++)
            {
                var word = Word(random, rasters[random.Next(shapes)], map.Box);
                var expected = 0UL;
                for (var shape = 0; shape < shapes; shape++)
                    expected |= rasters[shape].Contains(word) ? 1UL << shape : 0;
                if (map.HoldersOf(word) != expected)
                    Assert.Fail($"map {i}, {PackedPosition.PointOf(word)}: {map.HoldersOf(word):x}, not {expected:x}");
                held += expected != 0 ? 1 : 0;
            }
        }
        Assert.InRange(held, Maps * Points / 4, Maps * Points);
    }

    private static Geofence Shape(Random random, int i, GeoPoint? near)
    {
        var centre = near is { } place ? Geodesic.Destination(place, random.NextDouble() * 360, random.NextDouble() * 200_000) : RandomPlaces.Centre(random, i);
        return random.Next(8) switch
        {
            0 => RandomPolygons.Polygon(random, i, 60, near is null ? null : centre),
            1 => near is null ? RandomUnions.Union(random, i, 4_096) : new Union([new Disc(centre, 5_000), new Annulus(centre, 9_000, 20_000)]),
            2 => new Annulus(centre, 2_000, 2_000 + 100_000 * random.NextDouble()),
            3 when i % 5 == 0 => new Disc(centre, 10_000_000 + 10_000_000 * random.NextDouble()),
            _ => new Disc(centre, 100 * Math.Pow(5_000, random.NextDouble())),
        };
    }

    /// <summary>Beside an end of a row of a shape, in the box, or anywhere.</summary>
    private static ulong Word(Random random, FenceRaster raster, TileBox box)
    {
        if (random.Next(4) == 0)
            return PackedPosition.Of(random.Next(Grid.Rows), random.Next(Grid.Columns), 0);
        if (random.Next(4) == 0)
            return Of(box.FirstRow + random.Next(-20, box.Rows + 20), box.FirstColumn + random.Next(-40, box.Columns + 40));
        var row = raster.FirstRow + random.Next(raster.RowCount);
        var spans = raster.SpansOf(row);
        if (spans.IsEmpty)
            return Of(row, random.Next(Grid.Columns));
        var span = spans[random.Next(spans.Length)];
        return Of(row + random.Next(-1, 2), random.Next(3) switch
        {
            0 => span.First + random.Next(-2, 3),
            1 => span.First + span.Columns + random.Next(-3, 2),
            _ => span.First + random.Next(span.Columns),
        });
    }

    private static ulong Of(int row, int column) => PackedPosition.Of(Math.Clamp(row, 0, Grid.Rows - 1), column & (Grid.Columns - 1), 0);
}
