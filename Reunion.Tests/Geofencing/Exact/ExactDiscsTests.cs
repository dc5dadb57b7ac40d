using Reunion.Core.Geofencing;
using Reunion.Core.Geography;

namespace Reunion.Tests.Geofencing.Exact;

public class ExactDiscsTests
{
    private const int Shapes = 1_500;
    private const int PointsPerShape = 720;

    [Fact]
    public Task Of_a_million_points_none_is_on_the_wrong_side()
    {
        var random = new Random(101);
        return Exactness.NoneIsWrongAsync(
            Enumerable.Range(0, Shapes).Select(i => Next(random, RandomDiscs.Disc(random, i, Shapes))), atLeast: 1_000_000);
    }

    [Fact]
    public Task Nor_with_discs_of_the_size_of_continents()
    {
        var random = new Random(105);
        var discs =
            from radius in new double[] { 5_000_000, 10_000_000, 15_000_000, 18_999_000, 19_500_000, 20_000_000 }
            from centre in new GeoPoint[] { new(30, 120), new(0, 0), new(-75, 179), new(90, 0), new(0.01, -180) }
            select Next(random, new Disc(centre, radius));
        return Exactness.NoneIsWrongAsync(discs, atLeast: 15_000);
    }

    private static Trial Next(Random random, Disc disc) => new(disc, PointsAround.Of(random, disc, PointsPerShape));
}
