using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Reunion.Console.Api.Public.Pressure;

namespace Reunion.Tests.Public.Pressure;

public sealed class AlertPressureTests
{
    private const string Code = "7K3QX9PM";

    private readonly FakeTimeProvider _clock = new();
    private readonly AlertPressure _pressure;

    public AlertPressureTests() => _pressure = new AlertPressure(Options.Create(new PublicLimits { AttackPerSecond = 20 }), _clock);

    [Fact]
    public void A_crowd_that_the_machine_can_take_works_for_nothing()
    {
        Assert.Equal(0, _pressure.Bits(Code));
        // Also all at once, when it was quiet before.
        Assert.Equal(0, Send(200));
        _clock.Advance(TimeSpan.FromSeconds(10));
        for (var second = 0; second < 60; second++, _clock.Advance(TimeSpan.FromSeconds(1)))
            Assert.Equal(0, Send(20));
    }

    [Fact]
    public void More_than_that_is_asked_for_work_and_the_more_the_more()
    {
        Assert.Equal(AlertPressure.LeastBits, Send(201));
        Assert.Equal(AlertPressure.LeastBits, _pressure.Bits(Code));
        Assert.Equal(AlertPressure.LeastBits + 2, Send(700));
        Assert.Equal(AlertPressure.MostBits, Send(20_000));
        Assert.Equal(0, _pressure.Bits("ANOTHER1"));
    }

    [Fact]
    public void A_minute_after_it_ended_no_work_is_asked_for()
    {
        Send(201);
        _clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(AlertPressure.LeastBits, _pressure.Bits(Code));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(0, _pressure.Bits(Code));
        Assert.Equal(0, Send(1));
    }

    private int Send(int forms)
    {
        var bits = 0;
        for (var i = 0; i < forms; i++)
            bits = _pressure.Count(Code);
        return bits;
    }
}
