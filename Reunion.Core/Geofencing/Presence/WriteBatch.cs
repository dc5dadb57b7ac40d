using System.Buffers;
using System.Numerics;

namespace Reunion.Core.Geofencing;

/// <summary>
/// Positions packed and grouped by the top bits of their hashes, so that each segment is locked about once. Within a group they
/// keep the order they came in: writing in order of hash would pile them up at the front of a table that has yet to grow.
/// </summary>
internal readonly ref struct WriteBatch
{
    private readonly WriteEntry[] _entries;

    /// <param name="positions">The positions.</param>
    /// <param name="fresh">Tells which are worth storing.</param>
    /// <param name="hash">The table's.</param>
    /// <param name="depth">By how many top bits to group.</param>
    public WriteBatch(ReadOnlySpan<PositionReport> positions, Freshness fresh, DeviceHash hash, int depth)
    {
        var packed = ArrayPool<WriteEntry>.Shared.Rent(positions.Length);
        foreach (ref readonly var position in positions)
        {
            var seconds = position.AtUtc.ToUnixTimeSeconds();
            if (position.Device == 0 || seconds < fresh.EarliestUnixSeconds || seconds > fresh.LatestUnixSeconds)
                continue;
            packed[Count++] = new WriteEntry(
                position.Device, hash.Of(position.Device), PackedPosition.Of(position.Point, seconds));
        }
        _entries = packed;
        depth = Math.Min(depth, BitOperations.Log2((uint)Count | 1));
        if (depth == 0)
            return;
        _entries = Group(packed.AsSpan(0, Count), 64 - depth);
        ArrayPool<WriteEntry>.Shared.Return(packed);
    }

    /// <summary>How many positions are worth storing.</summary>
    public int Count { get; }

    public ReadOnlySpan<WriteEntry> Entries => _entries.AsSpan(0, Count);

    public void Dispose() => ArrayPool<WriteEntry>.Shared.Return(_entries);

    private static WriteEntry[] Group(ReadOnlySpan<WriteEntry> packed, int shift)
    {
        var starts = new int[(1 << (64 - shift)) + 1];
        foreach (ref readonly var entry in packed)
            starts[(int)(entry.Hash >> shift) + 1]++;
        for (var i = 1; i < starts.Length; i++)
            starts[i] += starts[i - 1];
        var grouped = ArrayPool<WriteEntry>.Shared.Rent(packed.Length);
        foreach (ref readonly var entry in packed)
            grouped[starts[(int)(entry.Hash >> shift)]++] = entry;
        return grouped;
    }
}
