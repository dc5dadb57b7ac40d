namespace Reunion.Tests.Geofencing.Exact;

public class ExactUnionsTests
{
    private const int Shapes = 500;
    private const int PointsPerShape = 2_300;

    [Fact]
    public Task Of_a_million_points_none_is_on_the_wrong_side()
    {
        var random = new Random(103);
        return Exactness.NoneIsWrongAsync(Enumerable.Range(0, Shapes).Select(i => Next(random, i)), atLeast: 1_000_000);
    }

    private static Trial Next(Random random, int i)
    {
        var fence = RandomUnions.Union(random, i, Shapes);
        return new Trial(fence, PointsAround.Of(random, fence, PointsPerShape));
    }
}
