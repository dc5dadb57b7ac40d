using Reunion.Core.Geography;

namespace Reunion.Tests.Geography;

public class DatumConversionTests
{
    [Theory]
    [InlineData(Datum.Wgs84, 0)]
    [InlineData(Datum.Gcj02, 2)]
    [InlineData(Datum.Bd09, 4)]
    public void Both_directions_agree_with_gcoord_and_leave_the_rest_of_the_world_alone(Datum datum, int column)
    {
        foreach (var v in Vectors.Read("datum"))
        {
            GeoPoint wgs = new(v[0], v[1]), other = new(v[column], v[column + 1]);
            Assert.True(Geodesic.DistanceMetres(other, DatumConversion.FromWgs84(wgs, datum)) < 0.01, $"{wgs} to {datum}");
            Assert.True(Geodesic.DistanceMetres(wgs, DatumConversion.ToWgs84(other.Latitude, other.Longitude, datum)) < 0.01, $"{wgs} from {datum}");
        }
    }

    [Theory]
    [InlineData(Datum.Gcj02)]
    [InlineData(Datum.Bd09)]
    public void There_and_back_is_the_same_point_all_over_China(Datum datum)
    {
        var random = new Random(5);
        for (var i = 0; i < 5_000; i++)
        {
            var point = new GeoPoint(1 + random.NextDouble() * 54, 72.1 + random.NextDouble() * 65);
            var there = DatumConversion.FromWgs84(point, datum);
            Assert.True(Geodesic.DistanceMetres(point, DatumConversion.ToWgs84(there.Latitude, there.Longitude, datum)) < 0.001, point.ToString());
        }
    }

    [Fact]
    public void Coordinates_that_are_none_and_unknown_datums_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => DatumConversion.ToWgs84(91, 0, Datum.Wgs84));
        Assert.Throws<ArgumentOutOfRangeException>(() => DatumConversion.ToWgs84(30, double.NaN, Datum.Gcj02));
        Assert.Throws<ArgumentOutOfRangeException>(() => DatumConversion.ToWgs84(30, 120, (Datum)9));
        Assert.Throws<ArgumentOutOfRangeException>(() => DatumConversion.FromWgs84(new GeoPoint(30, 120), (Datum)9));
    }
}
