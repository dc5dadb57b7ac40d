using Reunion.Core.Geography;
using Reunion.Tests.Geofencing;
using Reunion.Tests.Geography.Reference;

namespace Reunion.Tests.Geography;

/// <summary>Geodesics against those of GeographicLib.</summary>
public class GeodesicTests
{
    [Fact]
    public async Task Distances_agree_to_a_millimetre()
    {
        var pairs = GeodesicPairs.Of(41, 200_000);
        var theirs = await OtherLibraries.AskAsync("distances", pairs.SelectMany(Numbers).ToArray());
        for (var i = 0; i < pairs.Count; i++)
        {
            var (a, b) = pairs[i];
            var ours = Geodesic.DistanceMetres(a, b);
            Assert.True(Math.Abs(ours - theirs[i]) < 1e-3, $"{a} to {b}: {ours} instead of {theirs[i]}");
            Assert.Equal(theirs[i], Geodesic.DistanceMetres(b, a), 1e-3);
        }
    }

    [Fact]
    public async Task Destinations_agree_to_a_millimetre()
    {
        var random = new Random(42);
        double[][] ways =
        [
            .. Enumerable.Range(0, 100_000).Select(i => RandomPlaces.Centre(random, i)).Select((from, i) => new[]
            {
                from.Latitude, from.Longitude,
                i % 4 == 0 ? i % 16 / 4 * 90 : random.NextDouble() * 720 - 360, Math.Pow(10, 1 + random.NextDouble() * 6.3),
            }),
        ];
        var theirs = await OtherLibraries.AskAsync("destinations", ways.SelectMany(way => way).ToArray());
        for (var i = 0; i < ways.Length; i++)
        {
            var there = Geodesic.Destination(new GeoPoint(ways[i][0], ways[i][1]), ways[i][2], ways[i][3]);
            var off = Geodesic.DistanceMetres(there, new GeoPoint(theirs[2 * i], theirs[2 * i + 1]));
            Assert.True(off < 1e-3, $"{string.Join(' ', ways[i])}: {there}");
        }
    }

    [Fact]
    public void Following_the_azimuth_leads_to_the_other_point()
    {
        foreach (var (a, b) in GeodesicPairs.Of(43, 20_000))
        {
            var (metres, azimuth) = GeodesicInverse.Solve(a.Latitude, b.Latitude, b.Longitude - a.Longitude);
            // From a pole or to the opposite point any direction will do.
            if (metres > 19_900_000 || Math.Abs(a.Latitude) == 90)
                continue;
            var off = Geodesic.DistanceMetres(Geodesic.Destination(a, azimuth, metres), b);
            Assert.True(off < 0.01, $"{a} to {b}: {off} m off");
        }
    }

    [Theory]
    [InlineData(double.NaN, 1)]
    [InlineData(1, double.PositiveInfinity)]
    public void A_direction_or_length_that_is_no_number_is_refused(double azimuth, double metres) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Geodesic.Destination(new GeoPoint(0, 0), azimuth, metres));

    private static double[] Numbers((GeoPoint A, GeoPoint B) pair) =>
        [pair.A.Latitude, pair.A.Longitude, pair.B.Latitude, pair.B.Longitude];
}
