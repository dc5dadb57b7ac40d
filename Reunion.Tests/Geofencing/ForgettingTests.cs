using Reunion.Core.Geofencing;
using Reunion.Core.Geography;

namespace Reunion.Tests.Geofencing;

public sealed class ForgettingTests : IDisposable
{
    private static readonly GeoPoint Centre = new(30.2741, 120.1551);
    private readonly PresenceScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public void A_stale_phone_is_neither_counted_nor_claimed_nor_dense_even_before_it_is_erased()
    {
        for (ulong device = 1; device <= 60; device++)
            _scene.Report(device, Centre);
        _scene.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal(60, CountHere());
        Assert.NotEmpty(_scene.Index.Density(1, 50));

        _scene.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(0, CountHere());
        Assert.Empty(_scene.Claim(_scene.NewAlert(), Centre, 0, 1_000));
        Assert.Empty(_scene.Index.Density(1, 50));
    }

    [Fact]
    public void Forgetting_erases_the_stale_and_keeps_the_fresh()
    {
        _scene.Report(1, Centre);
        _scene.Clock.Advance(TimeSpan.FromHours(20));
        _scene.Report(2, Centre);
        _scene.Clock.Advance(TimeSpan.FromHours(5));

        Assert.Equal(1, _scene.Index.ForgetStale());
        Assert.Equal(0, _scene.Index.ForgetStale());
        Assert.Equal(1, _scene.Index.CountPhones(_scene.Partner));
        Assert.Equal(1, CountHere());
    }

    [Fact]
    public void Time_that_wraps_around_brings_nobody_back()
    {
        _scene.Report(1, Centre);
        for (var day = 0; day < 60; day++)
        {
            _scene.Clock.Advance(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(10));
            Assert.Equal(0, CountHere());
        }
    }

    [Fact]
    public void Memory_comes_back_when_phones_are_forgotten()
    {
        for (var i = 0; i < 4; i++)
        {
            var now = _scene.Clock.GetUtcNow();
            _scene.Index.Report(_scene.Partner, [.. Enumerable.Range(1, 50_000).Select(k => new PositionReport((ulong)(k + i * 50_000), Centre, now))]);
        }
        var before = _scene.Index.BytesUsed;
        _scene.Clock.Advance(TimeSpan.FromHours(25));

        Assert.Equal(200_000, _scene.Index.ForgetStale());
        Assert.InRange(_scene.Index.BytesUsed, 0, before / 10);
    }

    [Fact]
    public void The_end_of_an_alert_frees_the_devices_that_were_kept_for_it()
    {
        var alert = _scene.NewAlert();
        _scene.Index.MarkSent(alert, _scene.Partner, [.. Enumerable.Range(1, 50_000).Select(i => (ulong)i)]);
        var before = _scene.Index.BytesUsed;

        _scene.Index.Unwatch(alert);

        Assert.InRange(_scene.Index.BytesUsed, 0, before / 10);
    }

    [Fact]
    public void Density_tells_only_cells_with_enough_phones()
    {
        for (ulong device = 1; device <= 99; device++)
            _scene.Report(device, device <= 50 ? Centre : new GeoPoint(-0.1, -179.9));

        var cell = Assert.Single(_scene.Index.Density(0.5, 50));

        Assert.Equal(new DensityCell(30, 120, 0.5, 50), cell);
    }

    [Theory]
    [InlineData(0.2, 50)]
    [InlineData(double.NaN, 50)]
    [InlineData(1, 49)]
    public void Density_that_could_single_people_out_is_refused(double degrees, int minimum) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _scene.Index.Density(degrees, minimum));

    private long CountHere() => _scene.Index.Count([new Disc(Centre, 1_000)])[_scene.Partner][0];
}
