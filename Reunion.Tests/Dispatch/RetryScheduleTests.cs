using Reunion.Core.Dispatch.Outbox;

namespace Reunion.Tests.Dispatch;

public sealed class RetryScheduleTests
{
    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 30)]
    [InlineData(3, 120)]
    [InlineData(4, 600)]
    [InlineData(5, 1800)]
    [InlineData(500, 1800)]
    public void Waits_grow_to_half_an_hour_each_a_fifth_more_or_less(int attempts, int seconds)
    {
        var random = new Random(7);
        var waits = Enumerable.Range(0, 1_000).Select(_ => RetrySchedule.Wait(attempts, null, random).TotalSeconds).ToList();
        Assert.All(waits, w => Assert.InRange(w, seconds * 0.8, seconds * 1.2));
        Assert.InRange(waits.Average(), seconds * 0.98, seconds * 1.02);
        Assert.True(waits.Max() - waits.Min() > seconds * 0.35);
    }

    [Theory]
    [InlineData(60, 60)]
    [InlineData(86_400, 1_800)]
    public void What_a_partner_asks_for_counts_when_it_is_longer_up_to_half_an_hour_and_is_not_the_same_moment_for_all(int asked, int waited)
    {
        var random = new Random(7);
        var waits = Enumerable.Range(0, 1_000).Select(_ => RetrySchedule.Wait(1, TimeSpan.FromSeconds(asked), random).TotalSeconds).ToList();
        Assert.All(waits, w => Assert.InRange(w, waited, waited * 1.1));
        Assert.True(waits.Max() - waits.Min() > waited * 0.09);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-30)]
    [InlineData(1)]
    public void Asking_for_less_changes_nothing(int asked) =>
        Assert.InRange(RetrySchedule.Wait(1, TimeSpan.FromSeconds(asked), new Random(7)).TotalSeconds, 4, 6);
}
