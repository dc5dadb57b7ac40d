using Reunion.Core.Geofencing;
using Reunion.Core.Geography;
using Reunion.Tests.Geofencing.Exact;

namespace Reunion.Tests.Geofencing;

/// <summary>Single polygons that went wrong, or easily could.</summary>
public class PolygonMembershipTests
{
    [Fact]
    public void A_polygon_smaller_than_a_cell_still_holds_its_corners()
    {
        var corner = new GeoPoint(30.00001, 120.00001);
        var polygon = new Polygon([corner, new(30.00002, 120.00001), new(30.00001, 120.00002), corner]);

        Assert.Equal([true], Membership.Inside(polygon, [corner]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(150)]
    [InlineData(-100)]
    [InlineData(180)]
    public void The_longitude_of_a_corner_on_a_pole_says_nothing(double longitude)
    {
        foreach (var side in new[] { 1, -1 })
        {
            // As a large triangle its vertices are on average in the other hemisphere.
            var polygon = new Polygon([new(-50 * side, 100), new(-50 * side, 160), new(90 * side, longitude), new(-50 * side, 100)]);
            var fromPole = new Polygon([new(90 * side, longitude), new(-50 * side, 100), new(-50 * side, 160), new(90 * side, longitude)]);
            GeoPoint[] points =
            [
                new(85 * side, 130), new(0, 101), new(0, 159),
                new(85 * side, 90), new(85 * side, -50), new(0, 99), new(0, 161), new(-89 * side, 130),
            ];

            Assert.Equal([true, true, true, false, false, false, false, false], Membership.Inside(polygon, points));
            Assert.Equal([true, true, true, false, false, false, false, false], Membership.Inside(fromPole, points));
        }
    }

    [Theory]
    [InlineData(96.4)]
    [InlineData(-129.8)]
    [InlineData(180)]
    public void Nor_does_it_where_the_corner_is_sharp(double longitude)
    {
        var polygon = new Polygon([new(36.3, 96.4), new(36.3, 96.8), new(90, longitude), new(36.3, 96.4)]);

        Assert.Equal([true, true, false], Membership.Inside(polygon, [new(37, 96.6), new(89, 96.6), new(89, 95)]));
    }

    [Fact]
    public void An_edge_over_the_pole_divides_it()
    {
        GeoPoint[] points = [new(85, 90), new(85, 10), new(85, -10), new(85, -90)];

        Assert.Equal([true, true, false, false], Inside(new(80, 0), new(80, 180), new(75, 90)));
        Assert.Equal([true, true, false, false], Inside(new(80, 180), new(80, 0), new(75, 90)));
        Assert.Equal([true, true, false, false], Inside(new(80, -180), new(80, 0), new(75, 90)));
        Assert.Equal([false, false, true, true], Inside(new(80, 0), new(80, 180), new(75, -90)));

        bool[] Inside(GeoPoint a, GeoPoint b, GeoPoint c) => Membership.Inside(new Polygon([a, b, c, a]), points);
    }

    [Fact]
    public void A_line_around_the_pole_may_go_back_over_the_meridian_that_it_began_on()
    {
        // Along 80° S westward to 20° E, back in the south to 40° E, and on around.
        GeoPoint[] line =
        [
            new(-80, 30), new(-80, 20), new(-85, 20), new(-85, 40), new(-87, 40), new(-87, 0), new(-80, -30), new(-80, -90), new(-80, -150),
            new(-80, 150), new(-80, 90), new(-80, 50), new(-80, 30),
        ];
        var polygon = new Polygon(line);

        Assert.Equal(
            [true, true, false, true, false, true],
            Membership.Inside(polygon, [new(-82, 45), new(-89, 0), new(-86, 35), new(-84, 35), new(-79, 30), new(-88, 180)]));
    }

    [Fact]
    public void Narrow_teeth_beside_a_pole_do_not_cross()
    {
        // Five metres apart beside the pole, where meridians are straight lines on no map but one seen from above.
        var pole = new GeoPoint(-90, 0);
        var teeth = Enumerable.Range(0, 999).Select(i => At(5 * (i - 499), i % 2 == 0 ? 5_000 : 500)).ToList();
        var polygon = new Polygon([.. teeth, At(2_600, -500), At(-2_600, -500), teeth[0]]);

        Assert.Equal([true, false], Membership.Inside(polygon, [At(0, -400), At(0, 6_000)]));

        GeoPoint At(double x, double y) => Geodesic.Destination(pole, Math.Atan2(y, x) * 180 / Math.PI, Math.Sqrt(x * x + y * y));
    }

    [Fact]
    public void Ten_thousand_long_edges_are_checked_and_swept_in_seconds()
    {
        var begun = TimeProvider.System.GetTimestamp();
        var teeth = Enumerable.Range(0, 9_997).Select(i => new GeoPoint(i % 2 == 0 ? 40 : 40.4, 60 + i * 0.005)).ToList();
        var polygon = new Polygon([.. teeth, new(30, 60 + 9_996 * 0.005), new(30, 60), teeth[0]]);

        Assert.Equal([true, false], Membership.Inside(polygon, [new(39.95, 85), new(40.5, 85)]));
        Assert.True(TimeProvider.System.GetElapsedTime(begun) < TimeSpan.FromSeconds(30));
    }
}
