using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Reunion.Console.Components.Map;
using Reunion.Console.Components.Pages.Tips;
using Reunion.Console.Resources;
using Reunion.Tests.Support;
using Reunion.Tests.Tips.Scores;

namespace Reunion.Tests.Console.Tips;

public sealed class BoardLayersTests
{
    [Fact]
    public void The_way_is_dated_and_a_jump_that_nobody_makes_is_flagged_in_words()
    {
        using var culture = new CultureScope("en");
        var scene = Scenes.Scene(Scenes.Sighting(60, 1), Scenes.Sighting(900, 1.5));
        var path = Assert.IsType<PathLayer>(Layers().Path(BoardSamples.Board(scene)));
        Assert.Equal([false, false, true], path.Points.Select(p => p.IsDoubtful));
        Assert.Equal(["11-23 14:00", "11-23 15:00", "11-23 15:30"], path.Points.Select(p => p.Label));
        Assert.Contains("30 min: nobody gets there in time", path.Points[2].LegLabel, StringComparison.Ordinal);
        Assert.Null(Layers().Path(BoardSamples.Board(Scenes.Scene())));
    }

    [Fact]
    public void The_ring_round_the_selected_tip_is_as_large_on_the_screen_at_any_zoom()
    {
        double Radius(double zoom) => ((CircleLayer)BoardLayers.Ring(Scenes.Hangzhou, new MapView(MapBounds.China, zoom))!).RadiusMetres;
        Assert.Equal(Radius(5), Radius(8) * 8, 0.01);
        Assert.Null(BoardLayers.Ring(null, new MapView(MapBounds.China, 5)));
    }

    private static BoardLayers Layers()
    {
        var services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();
        return new BoardLayers(
            services.GetRequiredService<IStringLocalizer<TipsText>>(), services.GetRequiredService<IStringLocalizer<LiveMapText>>());
    }
}
