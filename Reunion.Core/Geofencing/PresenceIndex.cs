using System.Collections.Concurrent;
using System.Threading.Channels;
using Reunion.Core.Common;

namespace Reunion.Core.Geofencing;

/// <summary>
/// Knows the last position of every partner's phones for a while, finds those inside a geofence, and remembers which of them have
/// been sent which live alert. There is deliberately no way to ask where a device is.
/// </summary>
/// <remarks>
/// Positions lie in native memory at about 18 bytes a phone, in segments with a lock each; nothing ever stops the whole index. An
/// alert that was sent to someone takes another eighth of a byte for each phone. All members are thread-safe. After
/// <see cref="Dispose"/> every member throws <see cref="ObjectDisposedException"/>.
/// </remarks>
public sealed partial class PresenceIndex : IDisposable
{
    private const long SecondsPerDay = 86_400;
    private readonly ConcurrentDictionary<PartnerId, PartnerTable> _tables = new();
    private readonly AlertPlanes _planes = new();
    private readonly WatchBoard _board = new();
    private readonly ArrivalSink _arrivals = new();
    private readonly PresenceOptions _options;
    private readonly TimeProvider _clock;
    private readonly Sweeper _sweeper;
    private readonly PagePool _pages = new();
    private readonly UseGuard _guard = new();
    private long _forgottenAtUnixSeconds;

    /// <summary>An empty index.</summary>
    /// <param name="options">How it behaves.</param>
    /// <param name="clock">What tells fresh positions from stale ones.</param>
    public PresenceIndex(PresenceOptions options, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clock);
        _options = options;
        _clock = clock;
        _sweeper = new Sweeper(options.SweepWorkers > 0 ? options.SweepWorkers : Environment.ProcessorCount);
        _forgottenAtUnixSeconds = clock.GetUtcNow().ToUnixTimeSeconds();
    }

    /// <summary>Native memory and bitmaps in use, in bytes. Costs a walk over the segments, not over the phones.</summary>
    public long BytesUsed
    {
        get
        {
            using var use = _guard.Enter();
            return _pages.BytesInUse + _tables.Values.Sum(table => table.BookkeepingBytes);
        }
    }

    /// <summary>Phones that arrived in a watched circle: claimed already, each at most once an alert. Unbounded.</summary>
    public ChannelReader<Arrival> Arrivals => _arrivals.Reader;

    /// <summary>What a partner compares with what it was told before: when it differs, positions were lost and all must be sent again.</summary>
    /// <param name="partner">The partner.</param>
    public string EpochOf(PartnerId partner)
    {
        using var use = _guard.Enter();
        return TableOf(partner).Epoch;
    }

    /// <summary>How many phones of a partner have a known position, stale ones included until they are forgotten.</summary>
    /// <param name="partner">The partner.</param>
    public long CountPhones(PartnerId partner)
    {
        using var use = _guard.Enter();
        return _tables.TryGetValue(partner, out var table) ? table.Phones : 0;
    }

    /// <summary>Takes a batch of positions; of two positions of a phone the one observed later is kept, and of the same second the last.</summary>
    /// <param name="partner">Whose phones they are.</param>
    /// <param name="positions">Any number in any order; some 100,000 at a time are handled best.</param>
    /// <returns>What became of them.</returns>
    /// <remarks>A phone that is inside a watched circle and has not been sent its alert goes to <see cref="Arrivals"/>.</remarks>
    public ReportOutcome Report(PartnerId partner, ReadOnlySpan<PositionReport> positions)
    {
        using var use = _guard.Enter();
        var fresh = Fresh();
        var table = TableOf(partner);
        using var batch = new WriteBatch(positions, fresh, table.Hash, table.Segments.Depth);
        var (accepted, arrivals) = table.Write(batch, fresh, _board, _arrivals);
        return new ReportOutcome(accepted, positions.Length - accepted, arrivals);
    }

    /// <summary>Erases what is known of one phone's position, also from snapshots. That a live alert was sent to it is remembered until the alert ends.</summary>
    /// <param name="partner">Whose phone it is.</param>
    /// <param name="device">The partner's number for it.</param>
    /// <returns>Whether a position was known.</returns>
    public bool Erase(PartnerId partner, ulong device)
    {
        using var use = _guard.Enter();
        if (device == 0 || !_tables.TryGetValue(partner, out var table))
            return false;
        var wasKnown = table.Erase(device);
        // After the erasing: then either a snapshot under way is without it, or this is remembered beyond that snapshot.
        _erasures?.Add(partner, device);
        return wasKnown;
    }

    /// <summary>Erases all positions of a partner's phones, also from snapshots.</summary>
    /// <param name="partner">The partner.</param>
    public void EraseAll(PartnerId partner)
    {
        using var use = _guard.Enter();
        if (!_tables.TryGetValue(partner, out var table))
            return;
        table.EraseAll();
        _erasures?.Add(partner, 0);
    }

    /// <summary>Erases positions older than the retention; to be called every few minutes.</summary>
    /// <returns>How many were erased.</returns>
    public int ForgetStale()
    {
        using var use = _guard.Enter();
        return ForgetStaleNow();
    }

    /// <summary>Waits for what is under way, frees the memory and completes <see cref="Arrivals"/>.</summary>
    public void Dispose()
    {
        if (!_guard.Close())
            return;
        _arrivals.Complete();
        _tables.Clear();
        _pages.Dispose();
    }

    private PartnerTable TableOf(PartnerId partner) =>
        _tables.TryGetValue(partner, out var table)
            ? table
            : _tables.GetOrAdd(partner, new PartnerTable(partner, DeviceHash.New(), NewEpoch(), _pages));

    private string NewEpoch() => Guid.CreateVersion7(_clock.GetUtcNow()).ToString("n");

    private int ForgetStaleNow()
    {
        var now = _clock.GetUtcNow().ToUnixTimeSeconds();
        var fresh = new Freshness(now, _options.Retention);
        var forgotten = _tables.Values.Sum(table => table.ForgetStale(fresh));
        Interlocked.Exchange(ref _forgottenAtUnixSeconds, now);
        _pages.Bitmaps.Trim();
        return forgotten;
    }

    private Freshness Fresh()
    {
        var now = _clock.GetUtcNow().ToUnixTimeSeconds();
        // Should nobody call ForgetStale, old times would wrap and look new.
        if (now - Interlocked.Read(ref _forgottenAtUnixSeconds) > SecondsPerDay)
            ForgetStaleNow();
        return new Freshness(now, _options.Retention);
    }
}
