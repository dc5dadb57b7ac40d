using System.Collections.Concurrent;
using Reunion.Core.Geofencing;
using Reunion.Core.Geography;

namespace Reunion.Tests.Geofencing;

public sealed class PresenceConcurrencyTests : IDisposable
{
    private const int Writers = 3;
    private const int PhonesEach = 80_000;
    private static readonly GeoPoint Centre = new(30.2741, 120.1551);
    private static readonly GeoPoint Elsewhere = new(40, 116);

    private readonly PresenceScene _scene = new();
    private readonly ConcurrentBag<ulong> _sent = [];
    private volatile bool _isWriting = true;

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task Writes_claims_counts_and_expiry_run_together_without_losing_anyone()
    {
        var alert = _scene.NewAlert();
        _scene.Watch(alert, _scene.Ring(Centre, 0, 5_000));
        var cancel = TestContext.Current.CancellationToken;

        var readers = new[]
        {
            Task.Run(() => Repeat(() => { foreach (var device in _scene.Claim(alert, Centre, 0, 5_000, 2)) _sent.Add(device); }), cancel),
            Task.Run(() => Repeat(() => Assert.InRange(Inside(), 0, Writers * PhonesEach / 2)), cancel),
            Task.Run(() => Repeat(() => Assert.Equal(0, _scene.Index.ForgetStale())), cancel),
            Task.Run(() => Repeat(OtherAlertComesAndGoes), cancel),
        };
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => Write(writer), cancel)));
        _isWriting = false;
        await Task.WhenAll(readers);

        foreach (var arrival in _scene.Arrived().Where(arrival => arrival.Alert == alert))
            _sent.Add(arrival.Device);
        Assert.Empty(_scene.Claim(alert, Centre, 0, 5_000));
        Assert.Equal(Writers * PhonesEach, _scene.Index.CountPhones(_scene.Partner));
        Assert.Equal(Writers * PhonesEach / 2, Inside());
        Assert.Equal(Writers * PhonesEach / 2, _sent.Count);
        Assert.Equal(Enumerable.Range(1, Writers * PhonesEach).Where(i => i % 2 == 0).Select(i => (ulong)i), _sent.Order());
    }

    /// <summary>Even devices are inside, odd ones are not; each is reported twice.</summary>
    private void Write(int writer)
    {
        var now = _scene.Clock.GetUtcNow();
        var devices = Enumerable.Range(writer * PhonesEach + 1, PhonesEach).ToArray();
        new Random(writer).Shuffle(devices);
        foreach (var chunk in devices.Chunk(700))
        {
            PositionReport[] batch = [.. chunk.Select(i => new PositionReport((ulong)i, i % 2 == 0 ? Centre : Elsewhere, now))];
            _scene.Index.Report(_scene.Partner, batch);
            Assert.Equal(new ReportOutcome(batch.Length, 0, 0), _scene.Index.Report(_scene.Partner, batch));
        }
    }

    private void OtherAlertComesAndGoes()
    {
        var other = _scene.NewAlert();
        var claimed = _scene.Claim(other, Centre, 0, 1_000);
        Assert.Equal(claimed.Length, claimed.Distinct().Count());
        _scene.Index.Release(other, _scene.Partner, claimed);
        _scene.Index.Unwatch(other);
    }

    private long Inside() => _scene.Index.Count([new Disc(Centre, 1_000)]).GetValueOrDefault(_scene.Partner, [0])[0];

    private void Repeat(Action act)
    {
        while (_isWriting)
            act();
    }
}
