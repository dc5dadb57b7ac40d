using Reunion.Core.Geofencing;
using Reunion.Core.Geography;

namespace Reunion.Tests.Geofencing;

/// <summary>
/// Phones walk about while alerts start, grow, gain circles, pause and end, and the process restarts. Everyone who was inside a
/// live circle when it was swept, or when it reported, is sent the alert exactly once; nobody else is.
/// </summary>
public class OnceEachTests
{
    private const int Phones = 3_000;
    private const int Steps = 60;
    private static readonly GeoPoint Town = new(30.2741, 120.1551);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Everyone_inside_is_sent_an_alert_once_and_nobody_else(int seed)
    {
        using var walk = new Walk(seed);
        for (var step = 0; step < Steps; step++)
        {
            walk.MovePhones();
            walk.ChangeAlerts();
            if (step % 20 == 19)
                walk.Restart();
        }
        walk.Finish();
    }

    private sealed class Walk(int seed) : IDisposable
    {
        private readonly Random _random = new(seed);
        private readonly GeoPoint[] _points = new GeoPoint[Phones + 1];
        private readonly List<WalkAlert> _alerts = [];
        private PresenceScene _scene = new();

        public void MovePhones()
        {
            _scene.Clock.Advance(TimeSpan.FromMinutes(1));
            var moved = new List<PositionReport>();
            for (var device = 1; device <= Phones; device++)
            {
                if (_random.Next(4) > 0)
                    continue;
                _points[device] = _points[device] == default
                    ? Geodesic.Destination(Town, _random.NextDouble() * 360, _random.NextDouble() * 60_000)
                    : Geodesic.Destination(_points[device], _random.NextDouble() * 360, _random.NextDouble() * 4_000);
                moved.Add(new PositionReport((ulong)device, _points[device], _scene.Clock.GetUtcNow()));
            }
            _scene.Index.Report(_scene.Partner, moved.ToArray());
            foreach (var alert in _alerts)
                alert.NoteWatched(moved);
            TakeArrivals();
        }

        public void ChangeAlerts()
        {
            if (_alerts.Count(alert => alert.IsLive) < 4)
                _alerts.Add(new WalkAlert(_scene.NewAlert()));
            foreach (var alert in _alerts.Where(alert => alert.IsLive).ToList())
                Change(alert);
        }

        /// <summary>Everything in memory is lost; partners send their positions again, and the batches tell who was sent what.</summary>
        public void Restart()
        {
            var clock = _scene.Clock.GetUtcNow();
            _scene.Dispose();
            _scene = new PresenceScene();
            _scene.Clock.SetUtcNow(clock);
            foreach (var alert in _alerts.Where(alert => alert.IsLive))
            {
                _scene.Index.MarkSent(alert.Id, _scene.Partner, alert.Sent.ToArray());
                Watch(alert);
            }
            var known = Enumerable.Range(1, Phones).Where(device => _points[device] != default)
                .Select(device => new PositionReport((ulong)device, _points[device], clock)).ToArray();
            _scene.Index.Report(_scene.Partner, known);
            foreach (var alert in _alerts)
                alert.NoteWatched(known);
            TakeArrivals();
        }

        public void Finish()
        {
            Assert.Contains(_alerts, alert => alert.Sent.Count > 200);
            Assert.Contains(_alerts, alert => !alert.IsLive);
        }

        public void Dispose() => _scene.Dispose();

        private void Change(WalkAlert alert)
        {
            switch (_random.Next(12))
            {
                case 0:
                    alert.IsLive = false;
                    _scene.Index.Unwatch(alert.Id);
                    break;
                case 1:
                    alert.IsPaused = !alert.IsPaused;
                    Watch(alert);
                    break;
                case < 7 when !alert.IsPaused:
                    var centre = Geodesic.Destination(Town, _random.NextDouble() * 360, _random.NextDouble() * 30_000);
                    var ring = alert.Grow(_random, centre, _scene.Clock);
                    Watch(alert);
                    Claim(alert, ring);
                    break;
            }
            TakeArrivals();
        }

        private void Claim(WalkAlert alert, WatchedRing ring)
        {
            var devices = _scene.Claim(alert.Id, ring.Centre, ring.InnerRadiusMetres, ring.OuterRadiusMetres, 1 + _random.Next(5));
            if (_random.Next(4) == 0)
            {
                // The commit failed; the next try must find the same phones.
                _scene.Index.Release(alert.Id, _scene.Partner, devices);
                Assert.Equal(devices, _scene.Claim(alert.Id, ring.Centre, ring.InnerRadiusMetres, ring.OuterRadiusMetres));
            }
            foreach (var device in devices)
                Assert.True(alert.Sent.Add(device), "claimed twice");
            alert.NoteSwept(ring, _points);
            alert.Check();
        }

        private void TakeArrivals()
        {
            foreach (var arrival in _scene.Arrived())
                Assert.True(_alerts.Single(alert => alert.Id == arrival.Alert).Sent.Add(arrival.Device), "arrived twice");
            foreach (var alert in _alerts)
                alert.Check();
        }

        private void Watch(WalkAlert alert) => _scene.Watch(alert.Id, alert.IsPaused ? [] : [.. alert.Rings]);
    }
}
