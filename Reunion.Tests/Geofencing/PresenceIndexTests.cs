using Microsoft.Extensions.Time.Testing;
using Reunion.Core.Common;
using Reunion.Core.Geofencing;
using Reunion.Core.Geography;

namespace Reunion.Tests.Geofencing;

public sealed class PresenceIndexTests : IDisposable
{
    private static readonly GeoPoint Hangzhou = new(30.2741, 120.1551);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
    private readonly PresenceIndex _index;
    private readonly PartnerId _partner;
    private readonly AlertId _alert;

    public PresenceIndexTests()
    {
        _index = new PresenceIndex(new PresenceOptions(), _clock);
        _partner = TypedId.New<PartnerId>(_clock);
        _alert = TypedId.New<AlertId>(_clock);
    }

    public void Dispose() => _index.Dispose();

    [Fact]
    public void A_phone_is_counted_in_the_fence_that_it_reported_from()
    {
        Report(7, Hangzhou);

        var counts = _index.Count([new Disc(Hangzhou, 1_000), new Disc(new GeoPoint(40, 116), 1_000)])[_partner];

        Assert.Equal([1, 0], counts);
        Assert.Equal(1, _index.CountPhones(_partner));
    }

    [Fact]
    public void An_older_position_never_overwrites_a_newer_one()
    {
        Report(7, Hangzhou);
        var outcome = Report(7, new GeoPoint(40, 116), TimeSpan.FromSeconds(-1));

        Assert.Equal(new ReportOutcome(0, 1, 0), outcome);
        Assert.Equal(1, CountNear(Hangzhou));
    }

    [Fact]
    public void A_newer_position_takes_the_place_of_the_older_one()
    {
        Report(7, new GeoPoint(40, 116), TimeSpan.FromSeconds(-1));
        Report(7, Hangzhou);

        Assert.Equal(1, CountNear(Hangzhou));
        Assert.Equal(0, CountNear(new GeoPoint(40, 116)));
        Assert.Equal(1, _index.CountPhones(_partner));
    }

    [Fact]
    public void Of_one_batch_the_newest_position_stays()
    {
        var now = _clock.GetUtcNow();
        _index.Report(_partner, [new(7, Hangzhou, now), new(7, new GeoPoint(40, 116), now.AddMinutes(-5)), new(7, new GeoPoint(20, 110), now.AddHours(-3))]);

        Assert.Equal(1, CountNear(Hangzhou));
    }

    [Theory]
    [InlineData(0UL, 0)]
    [InlineData(7UL, -24 * 60 - 1)]
    [InlineData(7UL, 11)]
    public void Device_0_a_stale_and_a_future_position_are_ignored(ulong device, int minutes) =>
        Assert.Equal(new ReportOutcome(0, 1, 0), Report(device, Hangzhou, TimeSpan.FromMinutes(minutes)));

    [Fact]
    public void A_position_from_a_clock_that_is_a_little_ahead_counts()
    {
        Report(7, Hangzhou, TimeSpan.FromMinutes(5));

        Assert.Equal(1, CountNear(Hangzhou));
    }

    [Fact]
    public void An_erased_phone_is_gone()
    {
        Report(7, Hangzhou);

        Assert.True(_index.Erase(_partner, 7));
        Assert.False(_index.Erase(_partner, 7));
        Assert.False(_index.Erase(_partner, 8));
        Assert.Equal(0, CountNear(Hangzhou));
        Assert.Equal(0, _index.CountPhones(_partner));
    }

    [Fact]
    public void Erasing_a_partner_leaves_the_others()
    {
        var other = TypedId.New<PartnerId>(_clock);
        Report(7, Hangzhou);
        _index.Report(other, [new(7, Hangzhou, _clock.GetUtcNow())]);

        _index.EraseAll(_partner);

        Assert.Equal(0, _index.CountPhones(_partner));
        Assert.Equal(1, _index.CountPhones(other));
        Assert.Equal(1, _index.Count([new Disc(Hangzhou, 1_000)])[other][0]);
    }

    [Fact]
    public void Each_start_has_an_epoch_of_its_own()
    {
        using var again = new PresenceIndex(new PresenceOptions(), _clock);

        Assert.NotEqual(_index.EpochOf(_partner), again.EpochOf(_partner));
        Assert.Equal(_index.EpochOf(_partner), _index.EpochOf(_partner));
    }

    [Fact]
    public void Nearest_band_comes_first_and_a_phone_is_claimed_once()
    {
        for (ulong device = 1; device <= 100; device++)
            Report(device, Geodesic.Destination(Hangzhou, device * 3.6, device * 99));

        using var claimed = _index.Claim(_alert, _partner, DistanceBands.Even(new Annulus(Hangzhou, 0, 10_000), 10));

        Assert.Equal(100, claimed.Count);
        Assert.Equal(Enumerable.Range(1, 100).Select(i => (ulong)i), claimed.Bands.SelectMany(band => band.ToArray()).Order());
        Assert.Equal(claimed.Bands.Select(band => band.InnerRadiusMetres).Order(), claimed.Bands.Select(band => band.InnerRadiusMetres));
        Assert.All(claimed.Bands, band => Assert.All(
            band.ToArray(), device => Assert.InRange(device * 99.0, band.InnerRadiusMetres - 30, band.OuterRadiusMetres + 30)));
        using var again = _index.Claim(_alert, _partner, DistanceBands.Even(new Annulus(Hangzhou, 0, 20_000), 1));
        Assert.Empty(again.Bands);
    }

    [Fact]
    public void An_inner_radius_leaves_the_middle_out()
    {
        Report(1, Hangzhou);
        Report(2, Geodesic.Destination(Hangzhou, 90, 5_000));

        using var claimed = _index.Claim(_alert, _partner, DistanceBands.Even(new Annulus(Hangzhou, 1_000, 10_000), 1));

        Assert.Equal([2UL], Assert.Single(claimed.Bands).ToArray());
    }

    private ReportOutcome Report(ulong device, GeoPoint point, TimeSpan ago = default) =>
        _index.Report(_partner, [new(device, point, _clock.GetUtcNow() + ago)]);

    private long CountNear(GeoPoint point) => _index.Count([new Disc(point, 1_000)])[_partner][0];
}
