using Reunion.Core.Geofencing;
using Reunion.Core.Geography;

namespace Reunion.Tests.Geofencing;

public class GeofenceRefusalTests
{
    private static readonly GeoPoint Centre = new(30, 120);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(20_000_001)]
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
    public void An_inner_radius_that_is_not_inside(double inner) =>
        Refused(GeofenceCodes.AnnulusInverted, () => new Annulus(Centre, inner, 1_000));

    [Fact]
    public void A_latitude_of_91() => Assert.Throws<ArgumentOutOfRangeException>(() => new Disc(new GeoPoint(91, 0), 1_000));

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
        Refused(GeofenceCodes.PolygonSelfCrossing, () => new Polygon([new(0, 179.5), new(1, -179.5), new(1, 179.5), new(0, -179.5), new(0, 179.5)]));

    [Fact]
    public void A_polygon_that_touches_itself() =>
        Refused(GeofenceCodes.PolygonSelfCrossing, () => new Polygon([new(0, 0), new(0, 2), new(2, 2), new(0, 1), new(2, 0), new(0, 0)]));

    [Fact]
    public void A_polygon_that_folds_back_on_itself() =>
        Refused(GeofenceCodes.PolygonSelfCrossing, () => new Polygon([new(0, 0), new(0, 2), new(0, 1), new(1, 1), new(0, 0)]));

    [Fact]
    public void A_polygon_with_too_many_vertices() =>
        Refused(GeofenceCodes.PolygonTooLarge, () => new Polygon([.. Enumerable.Range(0, 10_001).Select(i => new GeoPoint(i * 1e-3, 0))]));

    [Fact]
    public void A_union_of_nothing() => Refused(GeofenceCodes.UnionOutOfRange, () => new Union([]));

    [Fact]
    public void Claims_and_watches_refuse_and_leave_things_as_they_were()
    {
        using var scene = new PresenceScene();
        var alert = scene.NewAlert();
        scene.Watch(alert, scene.Ring(Centre, 0, 1_000));

        Refused(GeofenceCodes.RadiusOutOfRange, () => scene.Index.Claim(alert, scene.Partner, Centre, 0, double.NaN, 1));
        Refused(GeofenceCodes.BandsOutOfRange, () => scene.Index.Claim(alert, scene.Partner, Centre, 0, 1_000, 0));
        Refused(GeofenceCodes.AnnulusInverted, () => scene.Watch(alert, scene.Ring(Centre, 2_000, 1_000)));

        scene.Report(1, Centre);
        Assert.Equal(1UL, Assert.Single(scene.Arrived()).Device);
    }

    private static void Refused(string code, Func<object> make) => Assert.Equal(code, Assert.Throws<GeofenceException>(make).Code);

    private static void Refused(string code, Action act) => Assert.Equal(code, Assert.Throws<GeofenceException>(act).Code);
}
