using Reunion.Core.Alerts.Radius;

namespace Reunion.Tests.Alerts.Radius;

public sealed class RadiusScheduleTests
{
    [Fact]
    public void The_default_opens_with_100_km_and_grows_to_1_000_km_in_eight_hours()
    {
        (int Hours, double Kilometres)[] expected =
            [(0, 100), (1, 200), (2, 300), (3, 500), (4, 600), (5, 700), (6, 800), (7, 900), (8, 1000)];
        Assert.Equal(expected, RadiusSchedule.Reunion.Steps.Select(s => ((int)s.After.TotalHours, s.RadiusMetres / 1000)));
    }

    [Theory]
    [InlineData(-5, 1)]
    [InlineData(0, 1)]
    [InlineData(59, 1)]
    [InlineData(60, 2)]
    [InlineData(179, 3)]
    [InlineData(180, 4)]
    [InlineData(480, 9)]
    [InlineData(100_000, 9)]
    public void A_ring_is_due_from_its_minute_on(int minutes, int rings) =>
        Assert.Equal(rings, RadiusSchedule.Reunion.RingsDue(TimeSpan.FromMinutes(minutes)));

    [Fact]
    public void The_radius_before_the_first_ring_is_nothing()
    {
        Assert.Equal(0, RadiusSchedule.Reunion.RadiusMetres(0));
        Assert.Equal(100_000, RadiusSchedule.Reunion.RadiusMetres(1));
        Assert.Equal(1_000_000, RadiusSchedule.Reunion.RadiusMetres(9));
    }

    [Fact]
    public void Sixty_times_faster_makes_an_hour_a_minute_and_keeps_the_radii()
    {
        var faster = RadiusSchedule.Reunion.Faster(60);
        Assert.Equal(TimeSpan.FromMinutes(1), faster.Steps[1].After);
        Assert.Equal(RadiusSchedule.Reunion.Steps.Select(s => s.RadiusMetres), faster.Steps.Select(s => s.RadiusMetres));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("late start", 60, 1000.0)]
    [InlineData("no radius", 0, 0.0)]
    [InlineData("not a number", 0, double.NaN)]
    [InlineData("beyond 5,000 km", 0, 5_000_001.0)]
    [InlineData("twice the same time", 0, 1000.0, 0, 2000.0)]
    [InlineData("shrinking", 0, 2000.0, 60, 1000.0)]
    [InlineData("standing still", 0, 2000.0, 60, 2000.0)]
    public void A_schedule_that_does_not_grow_from_the_start_is_refused(string why, params object[] secondsAndMetres)
    {
        var steps = secondsAndMetres.Chunk(2).Select(s => new RadiusStep(TimeSpan.FromSeconds((int)s[0]), (double)s[1])).ToList();
        Assert.True(Record.Exception(() => new RadiusSchedule(steps)) is ArgumentException, why);
    }

    [Fact]
    public void The_steps_given_cannot_be_changed_afterwards()
    {
        var steps = new List<RadiusStep> { new(TimeSpan.Zero, 1000) };
        var schedule = new RadiusSchedule(steps);
        steps.Add(new RadiusStep(TimeSpan.FromHours(1), 500));
        Assert.Single(schedule.Steps);
    }
}
