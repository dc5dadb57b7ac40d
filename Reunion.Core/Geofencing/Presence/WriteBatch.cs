using System.Buffers;

namespace Reunion.Core.Geofencing;

/// <summary>Positions packed and ordered by hash, so that each segment is locked once and memory is walked in order.</summary>
internal readonly ref struct WriteBatch
{
    private readonly ulong[] _hashes;
    private readonly (ulong Device, ulong Word)[] _entries;

    public WriteBatch(ReadOnlySpan<PositionReport> positions, Freshness fresh)
    {
        _hashes = ArrayPool<ulong>.Shared.Rent(positions.Length);
        _entries = ArrayPool<(ulong, ulong)>.Shared.Rent(positions.Length);
        var earliest = fresh.EarliestUnixSeconds;
        foreach (ref readonly var position in positions)
        {
            var seconds = position.AtUtc.ToUnixTimeSeconds();
            if (position.Device == 0 || seconds < earliest || seconds > fresh.LatestUnixSeconds)
                continue;
            _hashes[Count] = DeviceHash.Of(position.Device);
            _entries[Count++] = (position.Device, PackedPosition.Of(position.Point, seconds));
        }
        Array.Sort(_hashes, _entries, 0, Count);
    }

    /// <summary>How many positions are worth storing.</summary>
    public int Count { get; }

    public ReadOnlySpan<ulong> Hashes => _hashes.AsSpan(0, Count);

    public ReadOnlySpan<(ulong Device, ulong Word)> Entries => _entries.AsSpan(0, Count);

    public void Dispose()
    {
        ArrayPool<ulong>.Shared.Return(_hashes);
        ArrayPool<(ulong, ulong)>.Shared.Return(_entries);
    }
}
