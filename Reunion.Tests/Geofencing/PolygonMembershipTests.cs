using Reunion.Core.Geofencing;
using Reunion.Core.Geography;

namespace Reunion.Tests.Geofencing;

/// <summary>
/// Polygons against another way to tell: seen from the point, in the plane of azimuths and distances, the line winds around it
/// or does not.
/// </summary>
public class PolygonMembershipTests
{
    private const int SamplesPerEdge = 24;

    [Fact]
    public void Polygons_everywhere_hold_exactly_the_points_that_their_line_winds_around()
    {
        var random = new Random(21);
        var tested = 0;
        for (var i = 0; i < 48; i++)
        {
            var centre = RandomPlaces.Centre(random, i);
            var size = 1_000 * Math.Pow(1_000, random.NextDouble());
            var polygon = Star(random, centre, size, 4 + random.Next(30));
            var raster = Rasterizer.Of(polygon);
            var line = Line(polygon.Vertices);
            for (var k = 0; k < 60; k++)
            {
                var point = k % 3 == 0
                    ? Geodesic.Destination(centre, random.NextDouble() * 360, random.NextDouble() * size * 1.2)
                    : Geodesic.Destination(line[random.Next(line.Count)], random.NextDouble() * 360, random.NextDouble() * 200);
                var (winds, edgeMetres) = Seen(point, line);
                if (edgeMetres <= 30)
                    continue;
                tested++;
                Assert.True(winds == raster.Contains(PackedPosition.Of(point, 0)), $"shape {i} around {centre}, {point}, {edgeMetres} m from the edge");
            }
        }
        Assert.True(tested > 1_500);
    }

    [Fact]
    public void A_polygon_with_a_thousand_corners_is_swept()
    {
        var random = new Random(22);
        var centre = new GeoPoint(30, 120);
        var raster = Rasterizer.Of(Star(random, centre, 500_000, 999));

        Assert.True(raster.Contains(PackedPosition.Of(centre, 0)));
        Assert.False(raster.Contains(PackedPosition.Of(Geodesic.Destination(centre, 77, 500_100), 0)));
    }

    [Fact]
    public void A_polygon_smaller_than_a_cell_still_holds_its_corners()
    {
        var corner = new GeoPoint(30.00001, 120.00001);
        var polygon = new Polygon([corner, new(30.00002, 120.00001), new(30.00001, 120.00002), corner]);

        Assert.True(Rasterizer.Of(polygon).Contains(PackedPosition.Of(corner, 0)));
    }

    [Fact]
    public void A_union_holds_what_any_part_holds()
    {
        var random = new Random(23);
        Disc west = new(new GeoPoint(10, 179.5), 80_000), east = new(new GeoPoint(10.2, -179.9), 90_000);
        var ring = new Annulus(new GeoPoint(11, 179), 100_000, 150_000);
        FenceRaster[] parts = [Rasterizer.Of(west), Rasterizer.Of(east), Rasterizer.Of(ring)];
        var union = Rasterizer.Of(new Union([west, east, ring]));
        for (var i = 0; i < 20_000; i++)
        {
            var word = PackedPosition.Of(Geodesic.Destination(west.Centre, random.NextDouble() * 360, random.NextDouble() * 400_000), 0);
            Assert.Equal(parts.Any(part => part.Contains(word)), union.Contains(word));
        }
    }

    private static Polygon Star(Random random, GeoPoint centre, double size, int corners)
    {
        var vertices = Enumerable.Range(0, corners)
            .Select(i => Geodesic.Destination(centre, (i + random.NextDouble() * 0.8) * 360 / corners, size * (0.4 + 0.6 * random.NextDouble())))
            .ToList();
        return new Polygon([.. vertices, vertices[0]]);
    }

    private static List<GeoPoint> Line(IReadOnlyList<GeoPoint> vertices)
    {
        var line = new List<GeoPoint>();
        for (var i = 1; i < vertices.Count; i++)
        {
            GeoPoint from = vertices[i - 1], to = vertices[i];
            var (metres, azimuth) = GeodesicInverse.Solve(from.Latitude, to.Latitude, to.Longitude - from.Longitude);
            for (var k = 0; k < SamplesPerEdge; k++)
                line.Add(Geodesic.Destination(from, azimuth, metres * k / SamplesPerEdge));
        }
        return line;
    }

    private static (bool Winds, double EdgeMetres) Seen(GeoPoint from, List<GeoPoint> line)
    {
        var plane = line.ConvertAll(point =>
        {
            var (metres, azimuth) = GeodesicInverse.Solve(from.Latitude, point.Latitude, point.Longitude - from.Longitude);
            var (sin, cos) = Math.SinCos(azimuth * Math.PI / 180);
            return (East: metres * sin, North: metres * cos);
        });
        double turned = 0, least = double.MaxValue;
        for (var i = 0; i < plane.Count; i++)
        {
            var (a, b) = (plane[i], plane[(i + 1) % plane.Count]);
            turned += Math.Atan2(a.East * b.North - a.North * b.East, a.East * b.East + a.North * b.North);
            double east = b.East - a.East, north = b.North - a.North;
            var share = Math.Clamp(-(a.East * east + a.North * north) / Math.Max(1e-9, east * east + north * north), 0, 1);
            least = Math.Min(least, Math.Sqrt(Math.Pow(a.East + share * east, 2) + Math.Pow(a.North + share * north, 2)));
        }
        return (Math.Abs(turned) > Math.PI, least);
    }
}
