using Reunion.Core.Geofencing;
using Reunion.Core.Geography;

namespace Reunion.Tests.Geofencing;

public class DiscEdgeTests
{
    [Fact]
    public void The_edge_lies_within_a_metre_of_the_radius_at_every_latitude()
    {
        var random = new Random(31);
        for (var i = 0; i < 300; i++)
        {
            var centre = RandomPlaces.Centre(random, i);
            var radius = 50 * Math.Pow(40_000, random.NextDouble());
            var edge = new DiscEdge(centre, radius);
            var knot = 0;
            for (var k = 1; k < 100; k++)
            {
                var latitude = edge.SouthLatitude + (edge.NorthLatitude - edge.SouthLatitude) * k / 100;
                var halfWidth = edge.HalfWidthDegrees(latitude, ref knot);
                if (halfWidth is <= 0 or >= 180)
                    continue;
                var metres = GeodesicInverse.DistanceMetres(centre.Latitude, latitude, halfWidth);
                Assert.True(Math.Abs(metres - radius) < 1, $"{centre}, {radius} m: {metres} m at {latitude}");
            }
        }
    }
}
