using System.Collections.Concurrent;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Live;

namespace Reunion.Console.Live;

/// <summary>
/// The live map as all screens of this process see it: read once when something happens, at most every 250 ms, and handed to
/// everyone who watches. A hundred open consoles cost the database what one costs.
/// </summary>
/// <remarks>Thread-safe.</remarks>
public sealed class LiveMapState : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan JustGrown = TimeSpan.FromSeconds(2);

    private readonly MapReader _reader;
    private readonly TimeProvider _clock;
    private readonly IDisposable _subscription;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly ConcurrentDictionary<Watcher, byte> _watchers = new();
    private readonly Dictionary<CircleId, DateTimeOffset> _grown = [];
    private volatile bool _isWanted;
    private MapParts? _parts;
    private MapSnapshot _current = MapSnapshot.Empty;

    internal LiveMapState(MapReader reader, LiveFeed feed, TimeProvider clock)
    {
        (_reader, _clock) = (reader, clock);
        _subscription = feed.Subscribe("live map", Interval, OnHappenedAsync);
    }

    /// <summary>The snapshot of now.</summary>
    /// <param name="actor">Needs <see cref="Permission.SeeAlerts"/>.</param>
    /// <exception cref="ProblemException"><c>forbidden</c>.</exception>
    public async Task<MapSnapshot> GetAsync(Actor actor)
    {
        actor.Demand(Permission.SeeAlerts);
        _isWanted = true;
        if (_parts is null)
            await RefreshAsync(async () => _parts ?? await _reader.ReadAsync());
        return _current;
    }

    /// <summary>Listens until disposed; the handler must not wait.</summary>
    /// <param name="actor">Needs <see cref="Permission.SeeAlerts"/>.</param>
    /// <param name="changed">Gets each new snapshot, from any thread.</param>
    public IDisposable Watch(Actor actor, Action<MapSnapshot> changed)
    {
        actor.Demand(Permission.SeeAlerts);
        var watcher = new Watcher(changed, gone => _watchers.TryRemove(gone, out _));
        _watchers.TryAdd(watcher, 0);
        return watcher;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _subscription.Dispose();
        _gate.Dispose();
    }

    private async Task OnHappenedAsync(IReadOnlyList<LiveEvent> happened)
    {
        // Nobody has looked yet: the first look reads everything.
        if (!_isWanted)
            return;
        foreach (var ring in happened.OfType<RingSent>())
            _grown[ring.Circle] = _clock.GetUtcNow();
        await RefreshAsync(() => _parts is null ? _reader.ReadAsync() : _reader.ReadAsync(_parts, happened));
        foreach (var watcher in _watchers.Keys)
            watcher.Tell(_current);
    }

    private async Task RefreshAsync(Func<Task<MapParts>> read)
    {
        await _gate.WaitAsync();
        try
        {
            _parts = await read();
            var since = _clock.GetUtcNow() - JustGrown;
            _current = _parts.ToSnapshot(_grown.Where(g => g.Value > since).Select(g => g.Key).ToHashSet());
        }
        finally
        {
            _gate.Release();
        }
    }
}
