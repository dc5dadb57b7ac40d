using Reunion.Console.Components.Pages.Tips;
using Reunion.Core.Geography;
using Reunion.Tests.Console.Map;

namespace Reunion.Tests.Console.Tips;

public sealed class TipPlacementTests
{
    [Theory]
    [InlineData(199_990, true)]
    [InlineData(200_010, false)]
    public void A_place_lies_inside_up_to_the_true_edge(double metres, bool isInside)
    {
        var place = Geodesic.Destination(MapSamples.Hangzhou, 77, metres);
        var placement = TipPlacement.Of(place, MapSamples.Alert());
        Assert.Equal(isInside, placement.IsInside);
        Assert.Equal(metres, placement.FromLastSeenMetres, 0.01);
    }
}
