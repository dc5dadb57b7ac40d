using Reunion.Core.Tips.Scores;

namespace Reunion.Tests.Tips.Scores;

public sealed class TipScorerTests
{
    [Fact]
    public void Everything_that_speaks_for_a_tip_adds_up_to_100_and_nothing_to_0()
    {
        var best = Scenes.Tip(Scenes.East(10), 1) with { Photos = 2, Repeats = 5_000, IsPartnerSignal = true, IsFromKnown = true };
        Assert.Equal(100, TipScorer.Score(best, 40, Scenes.Scene()).Total);
        var worst = TipScorer.Score(Scenes.Tip(), 0, Scenes.Scene());
        Assert.Equal(0, worst.Total);
        Assert.Empty(worst.Facts);
    }

    [Fact]
    public void Each_reason_is_told_with_its_points_and_its_value()
    {
        var tip = Scenes.Tip(Scenes.East(32), 0.5) with { Photos = 1, Repeats = 3 };
        var score = TipScorer.Score(tip, 2, Scenes.Scene());
        Assert.Equal(
            [
                (ScoreReason.Photo, 15, 1), (ScoreReason.InsideCircle, 15, 32_000), (ScoreReason.Reachable, 20, 45),
                (ScoreReason.Agreement, 11, 2), (ScoreReason.SameWords, 3, 3),
            ],
            score.Facts.Select(f => (f.Reason, f.Points, Math.Round(f.Value))));
        Assert.Equal(64, score.Total);
    }

    [Theory]
    [InlineData(99.9, ScoreReason.InsideCircle)]
    [InlineData(100.1, ScoreReason.OutsideCircles)]
    public void A_place_counts_up_to_the_true_edge_of_a_circle(double kilometres, ScoreReason reason) =>
        Assert.Equal(reason, Assert.Single(TipScorer.Score(Scenes.Tip(Scenes.East(kilometres)), 0, Scenes.Scene()).Facts).Reason);

    [Theory]
    [InlineData(40, 0.2, ScoreReason.Reachable)] // 38 km in 22 minutes with what may be off: 104 km/h
    [InlineData(49, 0.1, ScoreReason.Unreachable)] // nobody drives 176 km/h through a city
    [InlineData(300, 0.8, ScoreReason.Reachable)] // but trains do 308
    [InlineData(400, 0.8, ScoreReason.Unreachable)]
    [InlineData(1, -0.1, ScoreReason.Reachable)] // a clock may be off
    [InlineData(1, -0.2, ScoreReason.BeforeLastSeen)]
    public void What_nobody_gets_to_in_time_speaks_against_a_tip(double kilometres, double hours, ScoreReason reason)
    {
        var score = TipScorer.Score(Scenes.Tip(Scenes.East(kilometres), hours), 0, Scenes.Scene());
        Assert.Equal(reason, score.Facts[^1].Reason);
        Assert.Equal(reason != ScoreReason.Reachable, score.Facts[^1].Points < 0);
    }

    [Fact]
    public void Verified_sightings_before_and_after_a_tip_count_and_never_the_tip_itself()
    {
        var scene = Scenes.Scene(Scenes.Sighting(300, 1.2), Scenes.Sighting(310, 2));
        // Reachable from where the child was last seen, but not from the first sighting, nor in time for it.
        Assert.Equal(ScoreReason.Unreachable, TipScorer.Score(Scenes.Tip(Scenes.East(0), 1.5), 0, scene).Facts[^1].Reason);
        Assert.Equal(ScoreReason.Unreachable, TipScorer.Score(Scenes.Tip(Scenes.East(0), 1.0), 0, scene).Facts[^1].Reason);
        Assert.Equal(ScoreReason.Reachable, TipScorer.Score(Scenes.Tip(Scenes.East(0), 0.2), 0, scene).Facts[^1].Reason);
        Assert.Equal(ScoreReason.Reachable, TipScorer.Score(Scenes.Tip(Scenes.East(305), 1.5), 0, scene).Facts[^1].Reason);

        var wrong = Scenes.Sighting(900, 0.5);
        var itself = Scenes.Tip(wrong.Point, 0.5) with { Id = wrong.Tip };
        Assert.Equal(ScoreReason.Unreachable, TipScorer.Score(itself, 0, Scenes.Scene(wrong)).Facts[^1].Reason);
    }

    [Fact]
    public void A_campaign_lifts_a_tip_no_more_than_three_who_agree_and_one_who_repeats()
    {
        int Total(int others, int repeats) => TipScorer.Score(Scenes.Tip() with { Repeats = repeats }, others, Scenes.Scene()).Total;
        Assert.Equal([6, 11, 15, 15], (int[])[Total(1, 0), Total(2, 0), Total(3, 0), Total(99, 0)]);
        Assert.Equal([3, 5, 5], (int[])[Total(0, 1), Total(0, 10), Total(0, 100_000)]);
    }
}
