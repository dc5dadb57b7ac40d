using Reunion.Core.Geofencing;
using Reunion.Core.Geography;

namespace Reunion.Tests.Geofencing;

/// <summary>The smallest discs and neighbouring annuli; others are judged in <see cref="Exact.ExactDiscsTests"/>.</summary>
public class RasterMembershipTests
{
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

    private static bool Contains(FenceRaster raster, GeoPoint point) => raster.Contains(PackedPosition.Of(point, 0));
}
