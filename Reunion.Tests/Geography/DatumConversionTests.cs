using Reunion.Core.Geography;
using Reunion.Tests.Geography.Reference;

namespace Reunion.Tests.Geography;

public class DatumConversionTests
{
    /// <summary>Where offsets are asked about most, or doubted: cities, islands, special regions, and borders all around.</summary>
    private static readonly GeoPoint[] Places =
    [
        new(39.9, 116.4), new(31.2, 121.5), new(30.3, 120.2), new(22.3, 114.2), new(22.2, 113.5), new(25.0, 121.5), new(22.6, 120.3),
        new(24.4, 118.3), new(20.0, 110.2), new(16.8, 112.3), new(53.5, 122.4), new(48.4, 134.7), new(40.1, 124.4), new(39.5, 76.0),
        new(39.0, 73.7), new(47.2, 83.0), new(24.0, 97.9), new(21.6, 108.0), new(27.5, 89.0), new(49.5, 117.4),
    ];

    [Theory]
    [InlineData(Datum.Gcj02, "to-gcj02")]
    [InlineData(Datum.Bd09, "to-bd09")]
    public async Task Into_a_datum_as_gcoord_does_all_over_China(Datum datum, string question)
    {
        var points = PointsOfChina(51);
        var theirs = await OtherLibraries.AskAsync(question, points);
        for (var i = 0; i < points.Count; i++)
        {
            var ours = DatumConversion.FromWgs84(points[i], datum);
            Assert.True(Geodesic.DistanceMetres(ours, theirs[i]) < 0.001, $"{points[i]}: {ours} instead of {theirs[i]}");
        }
    }

    [Theory]
    [InlineData(Datum.Gcj02, "from-gcj02")]
    [InlineData(Datum.Bd09, "from-bd09")]
    public async Task And_back_to_within_a_metre_of_what_gcoord_says(Datum datum, string question)
    {
        var points = PointsOfChina(52);
        var theirs = await OtherLibraries.AskAsync(question, points);
        for (var i = 0; i < points.Count; i++)
        {
            var ours = DatumConversion.ToWgs84(points[i].Latitude, points[i].Longitude, datum);
            Assert.True(Geodesic.DistanceMetres(ours, theirs[i]) < 1, $"{points[i]}: {ours} instead of {theirs[i]}");
        }
    }

    [Theory]
    [InlineData(Datum.Gcj02)]
    [InlineData(Datum.Bd09)]
    public void There_and_back_is_the_same_point_all_over_China(Datum datum)
    {
        foreach (var point in PointsOfChina(53))
        {
            var there = DatumConversion.FromWgs84(point, datum);
            var back = DatumConversion.ToWgs84(there.Latitude, there.Longitude, datum);
            Assert.True(Geodesic.DistanceMetres(point, back) < 0.001, point.ToString());
        }
    }

    [Theory]
    [InlineData(Datum.Gcj02)]
    [InlineData(Datum.Bd09)]
    public void Outside_nothing_is_touched(Datum datum)
    {
        var random = new Random(54);
        var points = Enumerable.Range(0, 40_000).Select(i => i % 2 == 0 ? JustOutside(random) : Anywhere(random));
        foreach (var point in points.Where(IsOutside))
        {
            Assert.Equal(point, DatumConversion.FromWgs84(point, datum));
            Assert.Equal(point, DatumConversion.ToWgs84(point.Latitude, point.Longitude, datum));
        }
    }

    [Fact]
    public void Nor_anywhere_by_WGS_84_itself()
    {
        foreach (var point in PointsOfChina(55))
        {
            Assert.Equal(point, DatumConversion.FromWgs84(point, Datum.Wgs84));
            Assert.Equal(point, DatumConversion.ToWgs84(point.Latitude, point.Longitude, Datum.Wgs84));
        }
    }

    [Fact]
    public void Coordinates_that_are_none_and_unknown_datums_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => DatumConversion.ToWgs84(91, 0, Datum.Wgs84));
        Assert.Throws<ArgumentOutOfRangeException>(() => DatumConversion.ToWgs84(30, double.NaN, Datum.Gcj02));
        Assert.Throws<ArgumentOutOfRangeException>(() => DatumConversion.ToWgs84(30, 120, (Datum)9));
        Assert.Throws<ArgumentOutOfRangeException>(() => DatumConversion.FromWgs84(new GeoPoint(30, 120), (Datum)9));
        Assert.Throws<ArgumentOutOfRangeException>(() => DatumConversion.ToWgs84(-30, 120, (Datum)9));
        Assert.Throws<ArgumentOutOfRangeException>(() => DatumConversion.FromWgs84(new GeoPoint(-30, 120), (Datum)9));
    }

    /// <summary>Those of the rectangle in which there is an offset, some kilometres off its edge, across which nobody agrees.</summary>
    private static List<GeoPoint> PointsOfChina(int seed)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable.Range(0, 20_000).Select(_ =>
                new GeoPoint(0.86 + random.NextDouble() * 54.93, 72.04 + random.NextDouble() * 65.75)),
            .. Places.SelectMany(place => Enumerable.Range(0, 1_000).Select(_ =>
                new GeoPoint(place.Latitude + (random.NextDouble() - 0.5) * 2, place.Longitude + (random.NextDouble() - 0.5) * 2))),
        ];
    }

    private static bool IsOutside(GeoPoint point) =>
        point.Latitude is < 0.8293 or > 55.8271 || point.Longitude is < 72.004 or > 137.8347;

    private static GeoPoint Anywhere(Random random) => new(random.NextDouble() * 180 - 90, random.NextDouble() * 360 - 180);

    /// <summary>Within what an offset may be.</summary>
    private static GeoPoint JustOutside(Random random)
    {
        var off = random.NextDouble() * 0.01;
        var (latitude, longitude) = (0.8293 + random.NextDouble() * 54.9978, 72.004 + random.NextDouble() * 65.8307);
        return random.Next(4) switch
        {
            0 => new GeoPoint(0.8293 - off, longitude),
            1 => new GeoPoint(55.8271 + off, longitude),
            2 => new GeoPoint(latitude, 72.004 - off),
            _ => new GeoPoint(latitude, 137.8347 + off),
        };
    }
}
