using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Reunion.Console.Components.Map;
using Reunion.Console.Components.Pages.Map;
using Reunion.Console.Live;
using Reunion.Console.Resources;
using Reunion.Core.Alerts;
using Reunion.Core.Tips;

namespace Reunion.Tests.Console.Map;

public sealed class AlertLayersTests
{
    private static readonly IStringLocalizer<LiveMapText> Text = new ServiceCollection()
        .AddLogging().AddLocalization().BuildServiceProvider().GetRequiredService<IStringLocalizer<LiveMapText>>();

    [Fact]
    public void A_circle_is_filled_earlier_rings_are_thin_and_the_next_is_dashed_with_its_time()
    {
        var circles = Circles(MapSamples.Alert());

        Assert.Equal([CircleStyle.Thin, CircleStyle.Filled, CircleStyle.Dashed], circles.Select(c => c.Style));
        Assert.Equal([100_000, 200_000, 300_000], circles.Select(c => c.RadiusMetres));
        Assert.Equal([false, true, false], circles.Select(c => c.Pulse));
        Assert.Equal(MapSamples.Now.AddMinutes(5), circles[2].DueAtUtc);
    }

    [Fact]
    public void A_paused_alert_counts_down_to_nothing() =>
        Assert.Null(Circles(MapSamples.Alert() with { Status = AlertStatus.Paused })[2].DueAtUtc);

    [Theory]
    [InlineData(AlertMode.Actual, CircleReason.LastSeen, CircleTone.Live)]
    [InlineData(AlertMode.Actual, CircleReason.Sighting, CircleTone.Sighting)]
    [InlineData(AlertMode.Exercise, CircleReason.LastSeen, CircleTone.Drill)]
    [InlineData(AlertMode.Test, CircleReason.Sighting, CircleTone.Drill)]
    public void A_colour_says_what_a_circle_is(AlertMode mode, CircleReason reason, CircleTone expected) =>
        Assert.Equal(expected, Circles(MapSamples.Alert(MapSamples.Circle(reason, 100_000)) with { Mode = mode })[0].Tone);

    [Fact]
    public void Before_its_first_ring_a_circle_is_only_what_is_to_come()
    {
        var circle = Assert.Single(Circles(MapSamples.Alert(MapSamples.Circle())));
        Assert.Equal(CircleStyle.Dashed, circle.Style);
    }

    [Fact]
    public void Verified_sightings_are_joined_from_last_seen_on_in_the_order_of_seeing()
    {
        var late = MapSamples.Dot(TipReview.Verified, 10);
        var early = MapSamples.Dot(TipReview.Verified, 50);
        var path = Layers(MapSamples.Alert() with { Tips = [late, MapSamples.Dot(TipReview.New, 30), early] }).OfType<PathLayer>().Single();

        Assert.Equal([MapSamples.Hangzhou.Latitude, early.Latitude, late.Latitude], path.Points.Select(p => p.Point.Latitude));
    }

    [Fact]
    public void Without_a_verified_sighting_there_is_no_path() =>
        Assert.Empty(Layers(MapSamples.Alert() with { Tips = [MapSamples.Dot(TipReview.New, 1)] }).OfType<PathLayer>());

    private static IReadOnlyList<MapLayer> Layers(MapAlert alert) => AlertLayers.Of(new MapSnapshot([alert]), Text);

    private static List<CircleLayer> Circles(MapAlert alert) => [.. Layers(alert).OfType<CircleLayer>()];
}
