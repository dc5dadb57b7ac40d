using Reunion.Core.Common;
using Reunion.Core.Geofencing;
using Reunion.Core.Geography;

namespace Reunion.Tests.Geofencing;

public sealed class LiveAlertTests : IDisposable
{
    private static readonly GeoPoint Centre = new(30.2741, 120.1551);
    private static readonly GeoPoint FarAway = new(40, 116);

    private readonly PresenceScene _scene = new();
    private readonly AlertId _alert;

    public LiveAlertTests() => _alert = _scene.NewAlert();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public void A_phone_that_moves_in_arrives_in_the_ring_that_holds_it()
    {
        var circle = TypedId.New<CircleId>(_scene.Clock);
        _scene.Watch(_alert, _scene.Ring(Centre, 0, 1_000, 1, circle), _scene.Ring(Centre, 1_000, 5_000, 2, circle));

        _scene.Report(1, FarAway);
        _scene.Report(2, Geodesic.Destination(Centre, 10, 3_000));
        Assert.Equal(1, _scene.Report(3, Centre).Arrivals);

        var arrivals = _scene.Arrived();
        Assert.Equal([(2UL, 2), (3UL, 1)], arrivals.Select(arrival => (arrival.Device, arrival.Ring)));
        Assert.All(arrivals, arrival => Assert.Equal((_alert, circle, _scene.Partner), (arrival.Alert, arrival.Circle, arrival.Partner)));
    }

    [Fact]
    public void The_first_circle_that_holds_a_phone_is_the_one_it_arrives_in()
    {
        CircleId first = TypedId.New<CircleId>(_scene.Clock), second = TypedId.New<CircleId>(_scene.Clock);
        _scene.Watch(_alert, _scene.Ring(Centre, 0, 9_000, 1, first), _scene.Ring(Centre, 0, 1_000, 1, second));

        _scene.Report(1, Centre);

        Assert.Equal(first, Assert.Single(_scene.Arrived()).Circle);
    }

    [Fact]
    public void An_arrival_is_not_claimed_again_and_a_claimed_phone_does_not_arrive()
    {
        _scene.Report(1, Centre);
        _scene.Watch(_alert, _scene.Ring(Centre, 0, 1_000));
        _scene.Report(2, Centre);

        Assert.Equal([1UL], _scene.Claim(_alert, Centre, 0, 1_000));
        _scene.Report(1, Centre);
        Assert.Equal(2UL, Assert.Single(_scene.Arrived()).Device);
    }

    [Fact]
    public void A_count_can_leave_out_phones_that_were_sent_the_alert()
    {
        for (var device = 1UL; device <= 20; device++)
            _scene.Report(device, Geodesic.Destination(Centre, device * 18, 500));
        _scene.Index.MarkSent(_alert, _scene.Partner, [1, 9, 17]);

        Geofence[] disc = [new Disc(Centre, 1_000)];
        Assert.Equal([20], _scene.Index.Count(disc)[_scene.Partner]);
        Assert.Equal([17], _scene.Index.Count(disc, notToldOf: _alert)[_scene.Partner]);
        Assert.Equal([20], _scene.Index.Count(disc, notToldOf: _scene.NewAlert())[_scene.Partner]);
    }

    [Fact]
    public void Only_the_partners_of_an_alert_have_arrivals()
    {
        _scene.Index.Watch(_alert, [_scene.Ring(Centre, 0, 1_000)], [TypedId.New<PartnerId>(_scene.Clock)]);

        _scene.Report(1, Centre);

        Assert.Empty(_scene.Arrived());
    }

    [Fact]
    public void Several_alerts_each_claim_the_same_phone_once()
    {
        var alerts = Enumerable.Range(0, 5).Select(_ => _scene.NewAlert()).ToArray();
        foreach (var alert in alerts)
            _scene.Watch(alert, _scene.Ring(Centre, 0, 1_000));

        _scene.Report(1, Centre);
        _scene.Report(1, Centre);

        Assert.Equal(alerts.ToHashSet(), _scene.Arrived().Select(arrival => arrival.Alert).ToHashSet());
        Assert.All(alerts, alert => Assert.Empty(_scene.Claim(alert, Centre, 0, 1_000)));
    }

    [Fact]
    public void Watching_no_ring_pauses_arrivals_but_keeps_what_was_sent()
    {
        _scene.Watch(_alert, _scene.Ring(Centre, 0, 1_000));
        _scene.Report(1, Centre);
        _scene.Watch(_alert);
        _scene.Report(2, Centre);
        _scene.Watch(_alert, _scene.Ring(Centre, 0, 1_000));

        Assert.Equal(1UL, Assert.Single(_scene.Arrived()).Device);
        Assert.Equal([2UL], _scene.Claim(_alert, Centre, 0, 1_000));
    }

    [Fact]
    public void After_its_end_an_alert_finds_nobody_and_its_bitmap_is_free_for_another()
    {
        _scene.Watch(_alert, _scene.Ring(Centre, 0, 1_000));
        _scene.Report(1, Centre);
        _scene.Index.Unwatch(_alert);
        _scene.Index.Unwatch(_alert);
        _scene.Report(2, Centre);
        Assert.Single(_scene.Arrived());

        Assert.Equal([1UL, 2UL], _scene.Claim(_scene.NewAlert(), Centre, 0, 1_000));
    }

    [Fact]
    public void Released_phones_are_found_again()
    {
        _scene.Report(1, Centre);
        _scene.Report(2, Centre);
        _scene.Claim(_alert, Centre, 0, 1_000);

        _scene.Index.Release(_alert, _scene.Partner, [2, 99]);

        Assert.Equal([2UL], _scene.Claim(_alert, Centre, 0, 1_000));
    }

    [Fact]
    public void Marks_come_back_after_a_restart_even_before_the_positions()
    {
        _scene.Index.MarkSent(_alert, _scene.Partner, [1, 3]);
        _scene.Watch(_alert, _scene.Ring(Centre, 0, 1_000));
        Assert.Equal(0, _scene.Index.CountPhones(_scene.Partner));

        _scene.Report(1, Centre);
        _scene.Report(2, Centre);

        Assert.Equal(2UL, Assert.Single(_scene.Arrived()).Device);
        Assert.Empty(_scene.Claim(_alert, Centre, 0, 1_000));
    }

    [Fact]
    public void An_erased_phone_that_comes_back_is_not_sent_the_alert_again()
    {
        _scene.Report(1, Centre);
        _scene.Claim(_alert, Centre, 0, 1_000);
        _scene.Index.Erase(_scene.Partner, 1);
        _scene.Report(1, Centre);

        Assert.Empty(_scene.Claim(_alert, Centre, 0, 1_000));
    }

    [Fact]
    public void Marks_move_with_the_phones_while_the_table_grows()
    {
        ulong[] sent = [.. Enumerable.Range(1, 1_000).Select(i => (ulong)i * 2)];
        _scene.Index.MarkSent(_alert, _scene.Partner, sent);
        var now = _scene.Clock.GetUtcNow();
        for (var start = 1; start <= 300_000; start += 50_000)
            _scene.Index.Report(_scene.Partner, [.. Enumerable.Range(start, 50_000).Select(i => new Core.Geofencing.PositionReport((ulong)i, Centre, now))]);

        var claimed = _scene.Claim(_alert, Centre, 0, 1_000, 3);

        Assert.Equal(300_000, _scene.Index.CountPhones(_scene.Partner));
        Assert.Equal(299_000, claimed.Distinct().Count());
        Assert.Equal(299_000, claimed.Length);
        Assert.Empty(claimed.Intersect(sent));
        Assert.InRange(_scene.Index.BytesUsed / 300_000.0, 16, 22);
    }
}
