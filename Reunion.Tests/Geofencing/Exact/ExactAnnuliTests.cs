namespace Reunion.Tests.Geofencing.Exact;

public class ExactAnnuliTests
{
    private const int Shapes = 800;
    private const int PointsPerShape = 1_400;

    [Fact]
    public Task Of_a_million_points_none_is_on_the_wrong_side()
    {
        var random = new Random(102);
        return Exactness.NoneIsWrongAsync(Enumerable.Range(0, Shapes).Select(i => Next(random, i)), atLeast: 1_000_000);
    }

    private static Trial Next(Random random, int i)
    {
        var fence = RandomDiscs.Annulus(random, i, Shapes);
        return new Trial(fence, PointsAround.Of(random, fence, PointsPerShape));
    }
}
