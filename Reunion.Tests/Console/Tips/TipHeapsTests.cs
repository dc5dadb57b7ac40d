using Reunion.Console.Components.Map;
using Reunion.Console.Components.Pages.Tips;
using Reunion.Core.Tips;
using Reunion.Core.Tips.Board;

namespace Reunion.Tests.Console.Tips;

public sealed class TipHeapsTests
{
    private static readonly MapView Country = new(MapBounds.China, 4);

    [Fact]
    public void Twenty_thousand_tips_are_some_hundred_heaps_and_none_is_lost()
    {
        var random = new Random(5);
        var tips = Enumerable.Range(0, 20_000).Select(_ => At(20 + random.NextDouble() * 30, 80 + random.NextDouble() * 50)).ToList();
        var heaps = TipHeaps.Of(tips, Country);
        Assert.InRange(heaps.Count, 100, TipHeaps.Most);
        Assert.Equal(20_000, heaps.Sum(h => h.Count));
        Assert.All(heaps, h => Assert.True(h.Bounds.South <= h.Point.Latitude && h.Point.Latitude <= h.Bounds.North));
        Assert.Equal(heaps.Count, heaps.Select(h => h.Id).Distinct().Count());
    }

    [Fact]
    public void A_heap_looks_like_the_tip_that_most_wants_a_reviewer_and_what_is_far_away_is_not_sent()
    {
        var heap = Assert.Single(TipHeaps.Of(
            [At(30, 120, TipReview.Dismissed), At(30.001, 120, TipReview.New), At(30, 120.001, TipReview.Verified), At(-30, 20), BoardSamples.Tip()], Country));
        Assert.Equal((3, TipReview.New), (heap.Count, heap.Tip.Row.Review));
        Assert.Equal(new MapBounds(30, 120, 30.001, 120.001), heap.Bounds);
    }

    [Fact]
    public void Each_state_is_shown_before_those_that_want_a_reviewer_less()
    {
        TipReview[] order = [TipReview.New, TipReview.InReview, TipReview.Verified, TipReview.Duplicate, TipReview.Dismissed];
        foreach (var (more, less) in order.Zip(order[1..]))
            foreach (var pair in new[] { (more, less), (less, more) })
                Assert.Equal(more, Assert.Single(TipHeaps.Of([At(30, 120, pair.Item1), At(30, 120, pair.Item2)], Country)).Tip.Row.Review);
    }

    [Fact]
    public void At_street_level_every_place_has_a_dot()
    {
        // Five metres from each other.
        BoardTip[] tips = [.. Enumerable.Range(0, 4).Select(i => At(30 + i * 0.00005, 120.003))];
        var near = new MapView(new MapBounds(29.99, 119.99, 30.01, 120.01), 19);
        Assert.Equal(4, TipHeaps.Of(tips, near).Count);
        Assert.Single(TipHeaps.Of(tips, near with { Zoom = 11 }));
    }

    private static BoardTip At(double latitude, double longitude, TipReview review = TipReview.New) =>
        BoardSamples.Tip(r => r with { Latitude = latitude, Longitude = longitude, Review = review });
}
