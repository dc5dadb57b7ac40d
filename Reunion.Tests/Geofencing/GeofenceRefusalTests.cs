using Reunion.Core.Geofencing;
using Reunion.Core.Geography;
using Reunion.Tests.Geofencing.Exact;

namespace Reunion.Tests.Geofencing;

public class GeofenceRefusalTests
{
    private static readonly GeoPoint Centre = new(30, 120);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(20_000_000.000_001)]
    public void A_radius_out_of_range(double radius)
    {
        Refused(GeofenceCodes.RadiusOutOfRange, () => new Disc(Centre, radius));
        Refused(GeofenceCodes.RadiusOutOfRange, () => new Annulus(Centre, 0, radius));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1_000)]
    [InlineData(2_000)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void An_inner_radius_that_is_not_inside(double inner) =>
        Refused(GeofenceCodes.AnnulusInverted, () => new Annulus(Centre, inner, 1_000));

    [Theory]
    [InlineData(91, 0, "latitude")]
    [InlineData(-90.000_001, 0, "latitude")]
    [InlineData(double.NaN, 0, "latitude")]
    [InlineData(double.PositiveInfinity, 0, "latitude")]
    [InlineData(0, 181, "longitude")]
    [InlineData(0, -180.000_001, "longitude")]
    [InlineData(0, double.NaN, "longitude")]
    [InlineData(0, double.NegativeInfinity, "longitude")]
    public void A_centre_or_vertex_that_is_not_on_earth(double latitude, double longitude, string named)
    {
        Assert.Throws<ArgumentOutOfRangeException>(named, () => new Disc(new GeoPoint(latitude, longitude), 1_000));
        Assert.Throws<ArgumentOutOfRangeException>(named, () => new Polygon([new(0, 0), new(0, 1), new(latitude, longitude), new(0, 0)]));
    }

    [Fact]
    public void An_open_polygon() =>
        Refused(GeofenceCodes.PolygonOpen, () => new Polygon([new(0, 0), new(0, 1), new(1, 1)]));

    [Fact]
    public void A_polygon_with_two_corners() =>
        Refused(GeofenceCodes.TooFewVertices, () => new Polygon([new(0, 0), new(0, 1), new(0, 0)]));

    [Fact]
    public void A_polygon_that_crosses_itself() =>
        Refused(GeofenceCodes.PolygonSelfCrossing, () => new Polygon([new(0, 0), new(1, 1), new(1, 0), new(0, 1), new(0, 0)]));

    [Fact]
    public void A_polygon_that_crosses_itself_on_the_antimeridian() =>
        Refused(GeofenceCodes.PolygonSelfCrossing, () => new Polygon(
            [new(0, 179.5), new(1, -179.5), new(1, 179.5), new(0, -179.5), new(0, 179.5)]));

    [Fact]
    public void A_polygon_that_touches_itself() =>
        Refused(GeofenceCodes.PolygonSelfCrossing, () => new Polygon([new(0, 0), new(0, 2), new(2, 2), new(0, 1), new(2, 0), new(0, 0)]));

    [Fact]
    public void A_polygon_that_folds_back_on_itself() =>
        Refused(GeofenceCodes.PolygonSelfCrossing, () => new Polygon([new(0, 0), new(0, 2), new(0, 1), new(1, 1), new(0, 0)]));

    [Fact]
    public void A_polygon_with_a_spike() =>
        Refused(GeofenceCodes.PolygonSelfCrossing, () => new Polygon(
            [new(0, 0), new(0, 2), new(2, 2), new(5, 5), new(2, 2), new(2, 0), new(0, 0)]));

    [Fact]
    public void A_polygon_that_comes_back_to_a_corner() =>
        Refused(GeofenceCodes.PolygonSelfCrossing, () => new Polygon(
            [new(0, 0), new(0, 1), new(1, 1), new(0, 0), new(-1, -1), new(-1, 0), new(0, 0)]));

    [Fact]
    public void A_polygon_that_goes_around_the_earth_twice() =>
        Refused(GeofenceCodes.PolygonSelfCrossing, () => new Polygon(
            [.. Enumerable.Range(0, 12).Select(i => new GeoPoint(60 + i, Math.IEEERemainder(i * 65, 360))), new(60, 0)]));

    [Fact]
    public void A_polygon_with_too_many_vertices() => Refused(GeofenceCodes.PolygonTooLarge, () => new Polygon(Ring(10_001)));

    [Fact]
    public void A_polygon_whose_line_is_longer_than_could_be_swept() =>
        Refused(GeofenceCodes.PolygonTooLarge, () => new Polygon(
            [.. Enumerable.Range(0, 200).Select(i => new GeoPoint(i % 2 == 0 ? -80 : 80, i * 0.5)), new(-85, 50), new(-80, 0)]));

    [Fact]
    public void A_polygon_of_millimetres() =>
        Refused(GeofenceCodes.TooFewVertices, () => new Polygon([new(0, 0), new(0, 1e-8), new(1e-8, 1e-8), new(0, 0)]));

    [Fact]
    public void A_polygon_of_nothing() => Refused(GeofenceCodes.TooFewVertices, () => new Polygon([]));

    [Fact]
    public void A_union_of_nothing() => Refused(GeofenceCodes.UnionOutOfRange, () => new Union([]));

    [Fact]
    public void A_union_with_a_part_that_is_missing() =>
        Refused(GeofenceCodes.UnionOutOfRange, () => new Union([new Disc(Centre, 1_000), null!]));

    [Fact]
    public void A_union_of_too_many_parts()
    {
        var many = new Union([.. Enumerable.Range(1, 600).Select(radius => new Disc(Centre, radius))]);
        Refused(GeofenceCodes.UnionOutOfRange, () => new Union([.. many.Parts, .. many.Parts]));
        Refused(GeofenceCodes.UnionOutOfRange, () => new Union([many, many]));
    }

    [Fact]
    public void But_not_what_only_looks_odd()
    {
        Assert.Equal([true, false], Inside(new Annulus(Centre, -0.0, 1_000), Centre, new(30, 121)));
        Assert.Equal([true, false], Inside(new Disc(Centre, double.Epsilon), Centre, new(30, 120.001)));
        Assert.Equal([true, false], Inside(new Disc(Centre, 20_000_000), Centre, new(-30, -60)));
        // Corners given twice, and the antimeridian and a pole written in two ways.
        Assert.Equal([true, false], Inside(new Polygon(
            [new(0, 0), new(0, 0), new(0, 2), new(2, 2), new(2, 2), new(0, 0)]), new(0.5, 1), new(1.5, 1)));
        Assert.Equal([true, false], Inside(new Polygon(
            [new(0, 179), new(0, 180), new(0, -180), new(1, -180), new(1, 179), new(0, 179)]), new(0.5, 179.5), new(0.5, -179.5)));
        Assert.Equal([true, false], Inside(new Polygon(
            [new(80, 0), new(80, 90), new(90, 90), new(90, 0), new(80, 0)]), new(85, 45), new(85, -45)));
    }

    [Fact]
    public void Nor_a_polygon_of_ten_thousand_vertices() =>
        Assert.Equal([true, false], Inside(new Polygon(Ring(10_000)), Centre, Geodesic.Destination(Centre, 77, 400_100)));

    [Fact]
    public void Claims_and_watches_refuse_and_leave_things_as_they_were()
    {
        using var scene = new PresenceScene();
        var alert = scene.NewAlert();
        scene.Watch(alert, scene.Ring(Centre, 0, 1_000));

        Refused(GeofenceCodes.RadiusOutOfRange, () => scene.Claim(alert, Centre, 0, double.NaN));
        Refused(GeofenceCodes.BandsOutOfRange, () => scene.Claim(alert, Centre, 0, 1_000, 0));
        Refused(GeofenceCodes.AnnulusInverted, () => scene.Watch(alert, scene.Ring(Centre, 2_000, 1_000)));

        scene.Report(1, Centre);
        Assert.Equal(1UL, Assert.Single(scene.Arrived()).Device);
    }

    [Fact]
    public void Every_way_in_refuses_every_radius_and_finds_no_one_and_not_everyone()
    {
        using var scene = new PresenceScene();
        scene.Report(1, Centre);
        var alert = scene.NewAlert();
        foreach (var radius in new[] { 0, -0.0, -1, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 20_000_001 })
        {
            Refused(GeofenceCodes.RadiusOutOfRange, () => scene.Claim(alert, Centre, 0, radius));
            Refused(GeofenceCodes.RadiusOutOfRange, () => scene.Watch(alert, scene.Ring(Centre, 0, radius)));
        }
        Assert.Throws<ArgumentOutOfRangeException>(() => scene.Index.Count([new Disc(Centre, 1_000), null!]));

        scene.Report(2, Centre);
        Assert.Empty(scene.Arrived());
        Assert.Equal([1UL, 2UL], scene.Claim(alert, Centre, 0, 1_000));
    }

    /// <summary>A wavy ring around the centre whose last vertex is its first.</summary>
    private static GeoPoint[] Ring(int vertices)
    {
        var ring = Enumerable.Range(0, vertices - 1)
            .Select(i => Geodesic.Destination(Centre, i * 360.0 / (vertices - 1), i % 2 == 0 ? 400_000 : 380_000)).ToList();
        return [.. ring, ring[0]];
    }

    private static bool[] Inside(Geofence fence, params GeoPoint[] points) => Membership.Inside(fence, points);

    private static void Refused(string code, Func<object> make) => Assert.Equal(code, Assert.Throws<GeofenceException>(make).Code);

    private static void Refused(string code, Action act) => Assert.Equal(code, Assert.Throws<GeofenceException>(act).Code);
}
