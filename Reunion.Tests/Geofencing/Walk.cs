using Microsoft.Extensions.Time.Testing;
using Reunion.Core.Common;
using Reunion.Core.Geofencing;
using Reunion.Core.Geography;

namespace Reunion.Tests.Geofencing;

/// <summary>Phones, alerts and an index that is thrown away now and then. Only what was committed outlives it.</summary>
internal sealed class Walk : IDisposable
{
    private const int MostLive = 5;

    // A city, another, islands on the antimeridian, and a place where meridians run together.
    private static readonly GeoPoint[] Towns = [new(30.2741, 120.1551), new(39.9, 116.4), new(-16.8, 179.98), new(89.7, -60)];

    private readonly Random _random;
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
    private readonly WalkPhones _phones = new();
    private readonly PartnerId[] _partners;
    private readonly List<WalkAlert> _alerts = [];
    private PresenceIndex _index;

    public Walk(int seed)
    {
        _random = new Random(seed);
        _partners = [.. Enumerable.Range(0, WalkPhones.Partners).Select(_ => TypedId.New<PartnerId>(_clock))];
        _index = new PresenceIndex(new PresenceOptions(), _clock);
    }

    public int Crashes { get; private set; }

    public int FailedCommits { get; private set; }

    public int LostClaims { get; private set; }

    public IReadOnlyList<WalkAlert> Alerts => _alerts;

    public void MovePhones()
    {
        _clock.Advance(TimeSpan.FromMinutes(1));
        for (var i = 0; i < 50; i++)
            Erase(_random.Next(WalkPhones.Count));
        int[] moved = [.. Enumerable.Range(0, WalkPhones.Count).Where(_ => _random.Next(5) == 0)];
        foreach (var phone in moved)
            _phones.Place(phone, _phones.IsKnown(phone) ? Near(_phones.PointOf(phone), 4_000) : Near(Towns[phone / 7 % Towns.Length], 60_000));
        Report(moved);
        // What has arrived but was not committed yet is found again: the phones send where they are again.
        if (_random.Next(12) == 0)
            Crash();
        TakeArrivals();
    }

    public void ChangeAlerts()
    {
        if (_alerts.Count(alert => alert.IsLive) < MostLive)
            _alerts.Add(new WalkAlert(TypedId.New<AlertId>(_clock), _random.Next(3) == 0 ? [_random.Next(3)] : [0, 1, 2]));
        foreach (var alert in _alerts.Where(alert => alert.IsLive).ToList())
            Change(alert);
        foreach (var alert in _alerts.Where(alert => alert.IsLive))
            alert.Check();
    }

    /// <summary>Everything in memory is lost; partners send their positions again, and the batches tell who was sent what.</summary>
    public void Crash()
    {
        Crashes++;
        _index.Dispose();
        _index = new PresenceIndex(new PresenceOptions(), _clock);
        foreach (var alert in _alerts.Where(alert => alert.IsLive))
        {
            foreach (var partner in alert.Partners)
                _index.MarkSent(alert.Id, _partners[partner], alert.SentOf(partner));
            Watch(alert);
        }
        Report(_phones.Known());
        TakeArrivals();
    }

    public void Dispose() => _index.Dispose();

    private void Change(WalkAlert alert)
    {
        switch (_random.Next(20))
        {
            case 0:
                alert.Check();
                alert.IsLive = false;
                _index.Unwatch(alert.Id);
                break;
            case < 3:
                alert.IsPaused = !alert.IsPaused;
                Watch(alert);
                // Who came in meanwhile is found by looking, not by watching.
                foreach (var circle in alert.IsPaused ? [] : alert.Circles().ToArray())
                    Sweep(alert, circle);
                break;
            case < 10 when !alert.IsPaused:
                Grow(alert, alert.NextRing(_random, Near(Towns[_random.Next(Towns.Length)], 30_000), _clock));
                break;
        }
    }

    private void Grow(WalkAlert alert, WatchedRing ring)
    {
        alert.Rings.Add(ring);
        Watch(alert);
        if (_random.Next(8) == 0)
        {
            // Killed between claim and commit: the ring was never sent, and is sent anew.
            LostClaims += alert.Partners.Sum(partner => Claim(alert, partner, ring, 1).Length) > 0 ? 1 : 0;
            alert.Rings.Remove(ring);
            Crash();
            alert.Rings.Add(ring);
            Watch(alert);
        }
        Sweep(alert, ring);
    }

    private void Sweep(WalkAlert alert, WatchedRing ring)
    {
        foreach (var partner in alert.Partners)
        {
            var failed = new List<ulong>();
            // With more than a dozen bands another way of sweeping is taken.
            foreach (var batch in Claim(alert, partner, ring, _random.Next(4) == 0 ? 20 : 1 + _random.Next(5)))
            {
                if (_random.Next(4) == 0)
                    failed.AddRange(batch);
                else
                    Commit(alert, partner, batch);
            }
            if (failed.Count == 0)
                continue;
            FailedCommits++;
            _index.Release(alert.Id, _partners[partner], [.. failed]);
            ulong[] again = [.. Claim(alert, partner, ring, 2).SelectMany(batch => batch)];
            Assert.Equal(failed.Order(), again.Order());
            Commit(alert, partner, again);
        }
        alert.Note(_phones, _phones.Known(), ring);
        alert.Check();
    }

    private ulong[][] Claim(WalkAlert alert, int partner, WatchedRing ring, int bands)
    {
        var annulus = new Annulus(ring.Centre, ring.InnerRadiusMetres, ring.OuterRadiusMetres);
        using var claimed = _index.Claim(alert.Id, _partners[partner], DistanceBands.Even(annulus, bands));
        return [.. claimed.Batches(1_000)];
    }

    private void TakeArrivals()
    {
        while (_index.Arrivals.TryRead(out var arrival))
        {
            var alert = _alerts.Single(alert => alert.Id == arrival.Alert);
            Assert.Contains(alert.Rings, ring => ring.Circle == arrival.Circle && ring.Ring == arrival.Ring);
            alert.Send(Array.IndexOf(_partners, arrival.Partner), arrival.Device);
        }
    }

    private void Report(int[] phones)
    {
        var now = _clock.GetUtcNow();
        foreach (var some in phones.GroupBy(WalkPhones.PartnerOf))
            _index.Report(_partners[some.Key], [.. some.Select(phone => new PositionReport(WalkPhones.DeviceOf(phone), _phones.PointOf(phone), now))]);
        foreach (var alert in _alerts)
            alert.NoteReported(_phones, phones);
    }

    private void Erase(int phone)
    {
        Assert.Equal(_phones.IsKnown(phone), _index.Erase(_partners[WalkPhones.PartnerOf(phone)], WalkPhones.DeviceOf(phone)));
        _phones.Forget(phone);
    }

    private static void Commit(WalkAlert alert, int partner, ulong[] devices)
    {
        foreach (var device in devices)
            alert.Send(partner, device);
    }

    private void Watch(WalkAlert alert) =>
        _index.Watch(alert.Id, alert.IsPaused ? [] : [.. alert.Rings], [.. alert.Partners.Select(partner => _partners[partner])]);

    private GeoPoint Near(GeoPoint point, double metres) => Geodesic.Destination(point, _random.NextDouble() * 360, _random.NextDouble() * metres);
}
