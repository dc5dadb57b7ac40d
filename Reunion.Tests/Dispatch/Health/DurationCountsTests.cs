using Reunion.Core.Dispatch.Health;

namespace Reunion.Tests.Dispatch.Health;

public sealed class DurationCountsTests
{
    [Fact]
    public void Without_attempts_there_is_no_duration() => Assert.Null(DurationCounts.Within([[], []], 0.99));

    [Theory, InlineData(0), InlineData(1), InlineData(7.3), InlineData(250), InlineData(14_999), InlineData(1e9)]
    public void A_duration_is_told_at_most_a_fifth_too_long(double milliseconds)
    {
        var told = DurationCounts.Within([DurationCounts.With([], milliseconds)], 0.5);
        Assert.InRange(told!.Value, Math.Min(milliseconds, 27_000), Math.Max(1, milliseconds * 1.19));
    }

    [Fact]
    public void Hours_add_up_and_each_share_is_of_all_of_them()
    {
        var fast = Enumerable.Repeat(100.0, 98).Aggregate(Array.Empty<byte>(), DurationCounts.With);
        var slow = Enumerable.Repeat(15_000.0, 2).Aggregate(Array.Empty<byte>(), DurationCounts.With);
        Assert.InRange(DurationCounts.Within([fast, slow], 0.5)!.Value, 100, 119);
        Assert.InRange(DurationCounts.Within([fast, slow], 0.98)!.Value, 100, 119);
        Assert.InRange(DurationCounts.Within([slow, fast], 0.99)!.Value, 15_000, 17_850);
        Assert.InRange(DurationCounts.Within([slow, fast], 1)!.Value, 15_000, 17_850);
    }
}
