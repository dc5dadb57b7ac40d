using Reunion.Core.Geography;

namespace Reunion.Tests.Geography;

public class CircleOutlineTests
{
    [Theory]
    [InlineData(30, 120, 100_000)]
    [InlineData(10, 179.9, 500_000)]
    [InlineData(-60, -179, 1_000)]
    public void All_points_lie_on_the_circle_and_the_line_closes(double latitude, double longitude, double radius)
    {
        var centre = new GeoPoint(latitude, longitude);
        var outline = CircleOutline.Of(centre, radius, 64);

        Assert.Equal(65, outline.Count);
        Assert.All(outline, point => Assert.Equal(radius, Geodesic.DistanceMetres(centre, OnEarth(point)), 0.01));
        Assert.Equal(outline[0].Longitude, outline[^1].Longitude, 1e-9);
        Assert.Equal(outline[0].Latitude, outline[^1].Latitude, 1e-9);
        Assert.All(outline.Zip(outline.Skip(1)), pair => Assert.True(Math.Abs(pair.First.Longitude - pair.Second.Longitude) < 30));
    }

    [Theory]
    [InlineData(89)]
    [InlineData(-89)]
    public void A_circle_around_a_pole_is_drawn_once_around_the_map(double latitude)
    {
        var outline = CircleOutline.Of(new GeoPoint(latitude, 170), 500_000, 90);

        Assert.Equal(360, Math.Abs(outline[^1].Longitude - outline[0].Longitude), 1e-6);
    }

    [Theory]
    [InlineData(0, 64)]
    [InlineData(double.NaN, 64)]
    [InlineData(20_000_001, 64)]
    [InlineData(1_000, 7)]
    [InlineData(1_000, 10_001)]
    public void A_circle_that_cannot_be_drawn_is_refused(double radius, int points) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => CircleOutline.Of(new GeoPoint(0, 0), radius, points));

    private static GeoPoint OnEarth(OutlinePoint point) => new(point.Latitude, Math.IEEERemainder(point.Longitude, 360));
}
