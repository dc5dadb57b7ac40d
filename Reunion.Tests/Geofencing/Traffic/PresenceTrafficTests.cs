using Microsoft.Extensions.Time.Testing;
using Reunion.Core.Common;
using Reunion.Core.Geofencing.Traffic;

namespace Reunion.Tests.Geofencing.Traffic;

public sealed class PresenceTrafficTests
{
    private static readonly PartnerId Rides = PartnerId.From(Guid.NewGuid());
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 8, 0, 30, TimeSpan.Zero));
    private readonly PresenceTraffic _traffic;

    public PresenceTrafficTests() => _traffic = new PresenceTraffic(_clock);

    [Fact]
    public void Requests_are_counted_in_the_minute_that_they_came_in()
    {
        Record(stored: 10, malformed: 2);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Record(stored: 5, older: 3);
        Record(stored: 1);

        var read = _traffic.Of(Rides);

        Assert.Equal(60, read.LastHour.Count);
        Assert.Equal(new TrafficMinute(_clock.GetUtcNow().AddSeconds(-30), 6, 3, 0), read.LastHour[^1]);
        Assert.Equal(new TrafficMinute(_clock.GetUtcNow().AddSeconds(-90), 10, 0, 2), read.LastHour[^2]);
        Assert.Equal(_clock.GetUtcNow(), read.LastReportAtUtc);
        Assert.Equal("epoch", read.LastEpoch);
    }

    [Fact]
    public void After_an_hour_a_minute_counts_only_in_the_totals()
    {
        Record(stored: 10, malformed: 2);
        _clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(10, _traffic.Of(Rides).LastHour[0].Stored);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Record(stored: 1);

        var read = _traffic.Of(Rides);

        Assert.Equal(1, read.LastHour.Sum(m => m.Sum));
        Assert.Equal((1, 0), (read.LastHourByFate[(int)PositionFate.Stored], read.LastHourByFate[(int)PositionFate.Malformed]));
        Assert.Equal((11, 2), (read.TotalByFate[(int)PositionFate.Stored], read.TotalByFate[(int)PositionFate.Malformed]));
    }

    [Fact]
    public void A_partner_that_has_sent_nothing_has_zeros_and_no_time()
    {
        var read = _traffic.Of(Rides);
        Assert.All(read.LastHour, m => Assert.Equal(0, m.Sum));
        Assert.Null(read.LastReportAtUtc);
        Assert.Empty(_traffic.Totals());
    }

    [Fact]
    public async Task Nothing_is_lost_when_many_report_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 1000; i++)
                Record(stored: 1, older: 1);
        })));
        Assert.Equal([8000, 8000, 0, 0, 0, 0, 0, 0], _traffic.Totals()[Rides]);
    }

    [Fact]
    public void Every_fate_has_its_code() => Assert.Equal(
        "stored older_than_known device_invalid latitude_out_of_range longitude_out_of_range at_in_future at_too_old malformed",
        string.Join(' ', Enum.GetValues<PositionFate>().Select(f => f.CodeOf())));

    private void Record(int stored, int older = 0, int malformed = 0) => _traffic.Record(Rides, [stored, older, 0, 0, 0, 0, 0, malformed], "epoch");
}
