using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Reunion.Console.Components.Controls.Ticking;
using Reunion.Tests.Support;

namespace Reunion.Tests.Console.Map;

public sealed class TickingTests : BunitContext
{
    private readonly FakeTimeProvider _clock = new(MapSamples.Now);

    public TickingTests()
    {
        Services.AddSingleton<TimeProvider>(_clock);
        Services.AddLocalization();
        Services.AddLogging();
    }

    [Fact]
    public void A_countdown_shows_each_second_and_never_goes_below_zero()
    {
        using var culture = new CultureScope("en");
        var countdown = Render<Countdown>(p => p.Add(c => c.DueAtUtc, MapSamples.Now.AddSeconds(3661)));
        Assert.Equal("1:01:01", countdown.Find("span").TextContent);

        _clock.Advance(TimeSpan.FromSeconds(3600));
        countdown.WaitForAssertion(() => Assert.Equal("01:01", countdown.Find("span").TextContent));
        _clock.Advance(TimeSpan.FromSeconds(62));
        countdown.WaitForAssertion(() => Assert.Equal("now", countdown.Find("span").TextContent));
    }

    [Fact]
    public void Time_missing_is_counted_in_hours_also_after_days()
    {
        var elapsed = Render<Elapsed>(p => p.Add(e => e.SinceUtc, MapSamples.Now.AddHours(-50).AddMinutes(-7)));
        Assert.Equal(["50", "07", "00"], elapsed.FindAll("b").Select(b => b.TextContent));
    }
}
