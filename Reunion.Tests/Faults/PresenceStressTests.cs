using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;
using Reunion.Core.Common;
using Reunion.Core.Geofencing;
using Reunion.Core.Geography;

namespace Reunion.Tests.Faults;

/// <summary>Everything that an index can do, all at once for a minute, from empty to millions of phones and back.</summary>
public sealed class PresenceStressTests : IDisposable
{
    private const int DevicesEach = 800_000;
    private const int Devices = 3 * DevicesEach;
    private static readonly TimeSpan Duration = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Retention = TimeSpan.FromMinutes(30);
    private static readonly GeoPoint Pole = new(90, 0);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
    private readonly PresenceIndex _index;
    private readonly StressWriter[] _writers;
    private readonly PartnerId[] _partners;
    private readonly ConcurrentDictionary<AlertId, StressAlert> _alerts = new();
    private readonly StressAlert _lasting;
    private readonly ConcurrentDictionary<string, int> _done = new();
    private volatile bool _isOver;

    public PresenceStressTests()
    {
        _index = new PresenceIndex(new PresenceOptions { Retention = Retention }, _clock);
        _partners = [TypedId.New<PartnerId>(_clock), TypedId.New<PartnerId>(_clock)];
        // Two write for the same partner; the third has one of its own, which it can erase.
        _writers = [.. Enumerable.Range(0, 3).Select(i => new StressWriter(_index, _partners[i / 2], _clock, i * DevicesEach, DevicesEach, i == 2))];
        _lasting = Watch(new Disc(new GeoPoint(82, 0), 120_000));
    }

    public void Dispose() => _index.Dispose();

    [Fact]
    public async Task For_a_minute_all_at_once_nothing_is_lost_torn_or_told_twice()
    {
        var cancel = TestContext.Current.CancellationToken;
        Task[] tasks =
        [
            .. _writers.Select(writer => Repeat("write", _ => writer.Step((long)Retention.TotalSeconds))),
            Repeat("claim", random => Claim(_lasting, random)),
            Repeat("alert", AlertComesAndGoes), Repeat("alert", AlertComesAndGoes),
            Repeat("count", Count), Repeat("density", Density), Repeat("arrive", _ => TakeArrivals()),
            Repeat("time", _ => PassTime()),
        ];
        await Task.WhenAny(Task.WhenAll(tasks), Task.Delay(Duration, cancel));
        _isOver = true;
        await Task.WhenAll(tasks);

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", _done.OrderBy(done => done.Key).Select(done => $"{done.Value} × {done.Key}")));
        Assert.True(_writers.All(writer => writer.Rounds > 0) && _done.Count == 7);
        AssertNobodyIsLost();
    }

    private Task Repeat(string name, Action<Random> act) => Task.Factory.StartNew(
        () =>
        {
            var random = new Random(_done.Count);
            try
            {
                for (; !_isOver; _done.AddOrUpdate(name, 1, (_, times) => times + 1))
                    act(random);
            }
            finally
            {
                // Whoever fails ends it for all.
                _isOver = true;
            }
        },
        TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private StressAlert Watch(Disc disc)
    {
        var alert = new StressAlert(TypedId.New<AlertId>(_clock), disc, Devices);
        _alerts[alert.Id] = alert;
        _index.Watch(alert.Id, [new WatchedRing(default, 1, disc.Centre, 0, disc.RadiusMetres)], _partners);
        return alert;
    }

    private ulong[] Claim(StressAlert alert, Random random)
    {
        using var claimed = _index.Claim(
            alert.Id, _partners[random.Next(2)], DistanceBands.Even(new Annulus(alert.Disc.Centre, 0, alert.Disc.RadiusMetres), 1 + random.Next(20)));
        ulong[] devices = [.. claimed.Batches(5_000).SelectMany(batch => batch)];
        foreach (var device in devices)
            alert.Send(device);
        return devices;
    }

    private void AlertComesAndGoes(Random random)
    {
        var alert = Watch(new Disc(new GeoPoint(77 + random.NextDouble() * 10, random.NextDouble() * 280 - 140), 5_000 + random.NextDouble() * 100_000));
        for (var times = random.Next(1, 6); times > 0; times--)
        {
            // Time to arrive in it.
            SpinWait.SpinUntil(() => _isOver, 50);
            var devices = Claim(alert, random);
            if (random.Next(2) == 0)
                continue;
            foreach (var device in devices)
                alert.TakeBack(device);
            _index.Release(alert.Id, _partners[0], devices);
            _index.Release(alert.Id, _partners[1], devices);
        }
        _index.Unwatch(alert.Id);
    }

    private void Count(Random random)
    {
        var device = random.Next(Devices);
        var (here, there) = (StressField.PointOf(device, 1), StressField.PointOf(device, 2));
        Geofence[] fences = [new Disc(here, 150), new Disc(there, 150), new Disc(here, 20_000), new Disc(Pole, 2_000_000), new Disc(new GeoPoint(0, 0), 5_000_000)];
        foreach (var (partner, counts) in _index.Count(fences, random.Next(2) == 0 ? _lasting.Id : null))
        {
            var isOwn = _writers[device / DevicesEach].Partner == partner;
            // At most this one device is in either place, nobody is at the equator, and a part is not more than the whole.
            Assert.True(counts[0] <= (isOwn ? 1 : 0) && counts[1] <= (isOwn ? 1 : 0) && counts[4] == 0, string.Join(' ', counts));
            Assert.InRange(counts[3], 0, partner == _partners[0] ? 2 * DevicesEach : DevicesEach);
            Assert.InRange(_index.CountPhones(partner), 0, partner == _partners[0] ? 2 * DevicesEach : DevicesEach);
        }
    }

    private void Density(Random random)
    {
        var cells = random.Next(2) == 0 ? _index.Density(0.5, 50) : _index.Density(_partners[random.Next(2)], 0.5, 50);
        Assert.All(cells, cell => Assert.InRange(cell.South, StressField.SouthLatitude, 88));
        Assert.InRange(cells.Sum(cell => cell.Phones), 0, Devices);
        Assert.InRange(_index.CountAges(_partners[random.Next(2)], [TimeSpan.FromMinutes(5)]).Sum(), 0, Devices);
    }

    private void TakeArrivals()
    {
        while (_index.Arrivals.TryRead(out var arrival))
            _alerts[arrival.Alert].Send(arrival.Device);
        SpinWait.SpinUntil(() => _isOver, 1);
    }

    private void PassTime()
    {
        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.InRange(_index.ForgetStale(), 0, Devices);
        SpinWait.SpinUntil(() => _isOver, 100);
    }

    private void AssertNobodyIsLost()
    {
        TakeArrivals();
        _lasting.AssertComplete(_writers);
        _index.ForgetStale();
        var earliest = _clock.GetUtcNow().ToUnixTimeSeconds() - (long)Retention.TotalSeconds;
        foreach (var partner in _partners)
        {
            var places = _writers.Where(writer => writer.Partner == partner)
                .SelectMany(w => Enumerable.Range(w.First, DevicesEach).Select(device => (Device: device, Place: w.LastOf(device, earliest), At: w.AtOf(device))))
                .Where(known => known.Place > 0).ToList();
            Assert.Equal(places.Count, _index.CountPhones(partner));
            // How old it is, in minutes, is what it was written with.
            TimeSpan[] limits = [.. Enumerable.Range(1, 29).Select(minutes => TimeSpan.FromMinutes(minutes))];
            var ages = places.CountBy(known => (int)(_clock.GetUtcNow().ToUnixTimeSeconds() - known.At) / 60).ToDictionary();
            Assert.Equal(
                Enumerable.Range(0, 30).Select(minute => (long)(ages.GetValueOrDefault(minute) + (minute == 29 ? ages.GetValueOrDefault(30) : 0))),
                _index.CountAges(partner, limits));
            AssertRows(partner, places.ToLookup(known => StressField.HalfRowOf(known.Device, known.Place), known => (ulong)known.Device + 1));
            foreach (var (device, place, _) in places.Where((_, i) => i % (places.Count / 200 + 1) == 0))
                Assert.Equal([(ulong)device + 1], ClaimAll(partner, new DistanceBands(StressField.PointOf(device, place), [0, 150])).Values.Single());
        }
    }

    /// <summary>By distance from the pole, half a row of cells at a time: every device is where it was put last.</summary>
    private void AssertRows(PartnerId partner, ILookup<int, ulong> expected)
    {
        const int HalfRows = Devices / StressField.Columns * 2;
        for (var first = 0; first < HalfRows; first += DistanceBands.MaxBands)
        {
            var end = Math.Min(HalfRows, first + DistanceBands.MaxBands);
            double[] edges = [.. Enumerable.Range(first, end - first + 1).Select(StressField.PoleMetres).Order()];
            var found = ClaimAll(partner, new DistanceBands(Pole, edges));
            for (var half = first; half < end; half++)
                Assert.True(
                    expected[half].Order().SequenceEqual(found.GetValueOrDefault(StressField.PoleMetres(half), []).Order()), $"half row {half}");
        }
    }

    /// <summary>All devices of some bands, by the band's end.</summary>
    private Dictionary<double, ulong[]> ClaimAll(PartnerId partner, DistanceBands bands)
    {
        var alert = TypedId.New<AlertId>(_clock);
        using var claimed = _index.Claim(alert, partner, bands);
        var devices = claimed.Bands.ToDictionary(band => band.OuterRadiusMetres, band => band.ToArray());
        _index.Unwatch(alert);
        return devices;
    }
}
