using Reunion.Core.Geography;
using Reunion.Core.Tips;
using Reunion.Core.Tips.Board;
using Reunion.Core.Tips.Scores;

namespace Reunion.Tests.Tips.Scores;

public sealed class TipClustersTests
{
    [Fact]
    public void Three_who_name_one_place_and_time_are_a_cluster_and_two_only_agree()
    {
        TipRow[] tips =
        [
            Scenes.Tip(Scenes.East(10), 1), Scenes.Tip(Scenes.East(10.9), 1.4), Scenes.Tip(Scenes.East(9.2), 0.7),
            Scenes.Tip(Scenes.East(50), 1), Scenes.Tip(Scenes.East(50.5), 1), Scenes.Tip(Scenes.East(10), 4), Scenes.Tip(hours: 1),
        ];
        var (others, clusters, all) = TipClusters.Of(tips);
        Assert.Equal([2, 2, 2, 1, 1, 0, 0], others);
        var cluster = Assert.Single(all);
        Assert.Equal([true, true, true, false, false, false, false], clusters.Select(c => c == cluster));
        Assert.Equal((3, tips[2].AtUtc, tips[1].AtUtc), (cluster.Count, cluster.FromUtc, cluster.UntilUtc));
        Assert.Equal(0, Geodesic.DistanceMetres(Scenes.East(10.033), cluster.Centre), 20.0);
        Assert.Equal(867, cluster.RadiusMetres, 20.0);
    }

    [Fact]
    public void What_was_refused_agrees_with_nobody()
    {
        var tip = Scenes.Tip(Scenes.East(10), 1);
        var (others, _, all) = TipClusters.Of(
            [tip, tip with { Review = TipReview.Dismissed }, tip with { Review = TipReview.Duplicate }, tip with { Review = TipReview.Verified }]);
        Assert.Equal([1, 0, 0, 1], others);
        Assert.Empty(all);
    }

    [Fact]
    public void A_row_of_neighbours_is_not_one_cluster()
    {
        // Each lies 1.5 km from the next, over 60 km.
        var (_, _, all) = TipClusters.Of([.. Enumerable.Range(0, 40).Select(i => Scenes.Tip(Scenes.East(i * 1.5), 1))]);
        Assert.All(all, c => Assert.InRange(c.RadiusMetres, 500, 2_100));
        Assert.True(all.Count > 10);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    [InlineData(-53)]
    [InlineData(75)]
    public void Near_is_what_lies_within_2_km_and_an_hour(double latitude)
    {
        var random = new Random(7);
        var places = Enumerable.Range(0, 400).Select(_ => new TipPlace(
            latitude + random.NextDouble() * 0.1, 120 + random.NextDouble() * 0.1 / Math.Cos(latitude * Math.PI / 180), random.NextDouble() * 300)).ToList();
        var grid = new TipGrid(places);
        var pairs = 0;
        for (var i = 0; i < places.Count; i++)
        {
            var near = grid.Near(i).ToHashSet();
            pairs += near.Count;
            for (var j = 0; j < places.Count; j++)
            {
                var metres = Geodesic.DistanceMetres(new(places[i].Latitude, places[i].Longitude), new(places[j].Latitude, places[j].Longitude));
                var minutes = Math.Abs(places[i].Minutes - places[j].Minutes);
                if (j != i && metres < 1_980 && minutes <= 60)
                    Assert.Contains(j, near);
                else if (j == i || metres > 2_020 || minutes > 60)
                    Assert.DoesNotContain(j, near);
            }
        }

        Assert.True(pairs > 400);
    }

    [Fact]
    public void Twenty_thousand_at_one_place_are_one_cluster()
    {
        var random = new Random(3);
        var tips = Enumerable.Range(0, 20_000).Select(_ => Scenes.Tip(Scenes.East(10 + random.NextDouble() / 10), 1 + random.NextDouble() / 2)).ToList();
        var (others, _, all) = TipClusters.Of(tips);
        Assert.Equal(20_000, Assert.Single(all).Count);
        Assert.All(others, o => Assert.Equal(TipClusters.MostOthers, o));
    }
}
