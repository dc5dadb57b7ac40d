using Reunion.Core.Tips.Scores;

namespace Reunion.Tests.Tips.Scores;

public sealed class SightingLegTests
{
    [Fact]
    public void The_way_leads_from_where_the_child_was_last_seen_through_every_sighting()
    {
        var (first, second) = (Scenes.Sighting(60, 1), Scenes.Sighting(200, 2));
        var legs = Scenes.Scene(first, second).Legs();
        Assert.Equal([null, first], legs.Select(l => l.From));
        Assert.Equal([first, second], legs.Select(l => l.To));
        Assert.Equal([60_000, 140_000], legs.Select(l => Math.Round(l.Metres, 1)).Select(m => Math.Round(m / 100) * 100));
        Assert.All(legs, l => Assert.False(l.IsImpossible));
        Assert.All(legs, l => Assert.Equal(1, l.Hours, 1e-9));
    }

    [Fact]
    public void A_jump_that_nothing_makes_is_flagged_on_the_leg_and_the_way_goes_on()
    {
        var legs = Scenes.Scene(Scenes.Sighting(60, 1), Scenes.Sighting(900, 1.5), Scenes.Sighting(905, 2)).Legs();
        Assert.Equal([false, true, false], legs.Select(l => l.IsImpossible));
        Assert.True(legs[1].Kmh > Travel.LongKmh);
    }

    [Fact]
    public void Two_sightings_at_one_moment_are_possible_only_near_each_other()
    {
        Assert.False(Scenes.Scene(Scenes.Sighting(60, 1), Scenes.Sighting(61, 1)).Legs()[1].IsImpossible);
        Assert.True(Scenes.Scene(Scenes.Sighting(60, 1), Scenes.Sighting(120, 1)).Legs()[1].IsImpossible);
    }

    [Fact]
    public void What_was_seen_before_the_child_went_missing_is_no_part_of_the_way()
    {
        var (before, after) = (Scenes.Sighting(60, -3), Scenes.Sighting(60, 1));
        Assert.Equal((null, after), (Assert.Single(Scenes.Scene(before, after).Legs()) is var leg ? leg.From : before, leg.To));
    }
}
