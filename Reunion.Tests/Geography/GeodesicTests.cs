using Reunion.Core.Geography;

namespace Reunion.Tests.Geography;

public class GeodesicTests
{
    [Fact]
    public void Distances_agree_with_GeographicLib_to_a_millimetre()
    {
        foreach (var v in Vectors.Read("inverse"))
        {
            var metres = Geodesic.DistanceMetres(new GeoPoint(v[0], v[1]), new GeoPoint(v[2], v[3]));
            Assert.True(Math.Abs(metres - v[4]) < 1e-3, $"{v[0]} {v[1]} to {v[2]} {v[3]}: {metres} instead of {v[4]}");
        }
    }

    [Fact]
    public void Distance_is_the_same_both_ways()
    {
        foreach (var v in Vectors.Read("inverse"))
        {
            GeoPoint a = new(v[0], v[1]), b = new(v[2], v[3]);
            Assert.Equal(Geodesic.DistanceMetres(a, b), Geodesic.DistanceMetres(b, a), 1e-4);
        }
    }

    [Fact]
    public void Destinations_agree_with_GeographicLib()
    {
        foreach (var v in Vectors.Read("direct"))
        {
            var there = Geodesic.Destination(new GeoPoint(v[0], v[1]), v[2], v[3]);
            Assert.True(Geodesic.DistanceMetres(there, new GeoPoint(v[4], v[5])) < 1e-3, $"{string.Join(' ', v)}: {there}");
        }
    }

    [Fact]
    public void Following_the_azimuth_leads_to_the_other_point()
    {
        foreach (var v in Vectors.Read("inverse").Where(v => v[4] < 19_900_000 && Math.Abs(v[0]) < 90))
        {
            var (metres, azimuth) = GeodesicInverse.Solve(v[0], v[2], v[3] - v[1]);
            var there = Geodesic.Destination(new GeoPoint(v[0], v[1]), azimuth, metres);
            var off = Geodesic.DistanceMetres(there, new GeoPoint(v[2], v[3]));
            Assert.True(off < 0.01, $"{string.Join(' ', v)}: {off} m off");
        }
    }

    [Theory]
    [InlineData(double.NaN, 1)]
    [InlineData(1, double.PositiveInfinity)]
    public void A_direction_or_length_that_is_no_number_is_refused(double azimuth, double metres) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Geodesic.Destination(new GeoPoint(0, 0), azimuth, metres));
}
