using Reunion.Core.Geofencing;
using Reunion.Core.Geography;

namespace Reunion.Tests.Geofencing;

/// <summary>Rasters against brute force: the geodesic distance of every point, itself checked against another library's.</summary>
public class RasterMembershipTests
{
    private const double ToleranceMetres = 30;
    private const int Shapes = 400;
    private const int PointsPerShape = 500;

    [Fact]
    public void Discs_everywhere_hold_exactly_the_points_within_their_radius()
    {
        var random = new Random(11);
        for (var i = 0; i < Shapes; i++)
        {
            var centre = RandomPlaces.Centre(random, i);
            var radius = 50 * Math.Pow(40_000, random.NextDouble());
            Check(random, centre, 0, radius, new Disc(centre, radius));
        }
    }

    [Fact]
    public void Annuli_everywhere_hold_exactly_the_points_between_their_radii()
    {
        var random = new Random(12);
        for (var i = 0; i < Shapes / 4; i++)
        {
            var centre = RandomPlaces.Centre(random, i);
            var outer = 200 * Math.Pow(10_000, random.NextDouble());
            var inner = outer * random.NextDouble();
            Check(random, centre, inner, outer, new Annulus(centre, inner, outer));
        }
    }

    [Theory]
    [InlineData(5_000_000)]
    [InlineData(10_000_000)]
    [InlineData(15_000_000)]
    [InlineData(18_999_000)]
    [InlineData(19_500_000)]
    [InlineData(20_000_000)]
    public void Discs_of_the_size_of_continents_are_right_too(double radius)
    {
        var random = new Random(13);
        foreach (var centre in new GeoPoint[] { new(30, 120), new(0, 0), new(-75, 179), new(90, 0), new(0.01, -180) })
            Check(random, centre, 0, radius, new Disc(centre, radius));
    }

    [Theory]
    [InlineData(0.001)]
    [InlineData(1)]
    [InlineData(10)]
    public void The_smallest_disc_still_holds_its_centre(double radius)
    {
        var random = new Random(14);
        for (var i = 0; i < 1_000; i++)
        {
            var centre = RandomPlaces.Centre(random, i);
            Assert.True(Contains(Rasterizer.Of(new Disc(centre, radius)), centre), centre.ToString());
        }
    }

    [Fact]
    public void Neighbouring_annuli_share_no_cell_and_leave_none_out()
    {
        var centre = new GeoPoint(30.2741, 120.1551);
        var random = new Random(15);
        FenceRaster inner = Rasterizer.Of(new Annulus(centre, 0, 5_000)), outer = Rasterizer.Of(new Annulus(centre, 5_000, 9_000));
        var whole = Rasterizer.Of(new Disc(centre, 9_000));
        for (var i = 0; i < 50_000; i++)
        {
            var point = Geodesic.Destination(centre, random.NextDouble() * 360, random.NextDouble() * 10_000);
            Assert.Equal(Contains(whole, point), Contains(inner, point) ^ Contains(outer, point));
        }
    }

    private static void Check(Random random, GeoPoint centre, double inner, double outer, Geofence fence)
    {
        var raster = Rasterizer.Of(fence);
        for (var i = 0; i < PointsPerShape; i++)
        {
            var point = RandomPlaces.Near(random, centre, inner, outer);
            var metres = Geodesic.DistanceMetres(centre, point);
            var depth = Math.Min(outer - metres, inner > 0 ? metres - inner : double.MaxValue);
            if (Math.Abs(depth) > ToleranceMetres)
                Assert.True(depth > 0 == Contains(raster, point), $"{fence}: {point} at {metres} m");
        }
    }

    private static bool Contains(FenceRaster raster, GeoPoint point) => raster.Contains(PackedPosition.Of(point, 0));
}
