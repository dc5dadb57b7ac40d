namespace Reunion.Core.Geofencing;

/// <summary>Finds the segment of a hash: an extendible directory over the hash's top bits. Thread-safe; reading takes no lock.</summary>
/// <remarks>
/// A reader may be given a segment that is split a moment later. It must lock the segment and ask again when that is retired.
/// </remarks>
internal sealed class SegmentDirectory
{
    private readonly Lock _gate = new();
    private volatile Segment[] _entries;

    /// <param name="segments">Segments that follow each other from the lowest hash to the highest.</param>
    public SegmentDirectory(IReadOnlyList<Segment> segments)
    {
        var depth = segments.Max(segment => segment.Depth);
        _entries = [.. segments.SelectMany(segment => Enumerable.Repeat(segment, 1 << (depth - segment.Depth)))];
    }

    public Segment Find(ulong hash)
    {
        var entries = _entries;
        var depth = System.Numerics.BitOperations.Log2((uint)entries.Length);
        return Volatile.Read(ref entries[(hash >> 1) >> (63 - depth)]);
    }

    /// <summary>How many top bits of the hash the directory tells apart.</summary>
    public int Depth => System.Numerics.BitOperations.Log2((uint)_entries.Length);

    public long Bytes => (long)_entries.Length * IntPtr.Size;

    /// <summary>Whether a locked segment still holds its devices; if not, it was split and must be found again.</summary>
    /// <exception cref="ObjectDisposedException">The index was closed.</exception>
    public bool IsCurrent(Segment segment)
    {
        ObjectDisposedException.ThrowIf(segment.IsRetired && ReferenceEquals(segment, Find(segment.FirstHash)), typeof(PresenceIndex));
        return !segment.IsRetired;
    }

    /// <summary>Splits a segment that the caller has locked.</summary>
    public void Split(Segment segment)
    {
        var (low, high) = segment.Split();
        lock (_gate)
        {
            var entries = _entries;
            var depth = System.Numerics.BitOperations.Log2((uint)entries.Length);
            if (segment.Depth == depth)
            {
                var doubled = new Segment[entries.Length * 2];
                for (var i = 0; i < doubled.Length; i++)
                    doubled[i] = entries[i / 2];
                entries = doubled;
                depth++;
            }
            var span = 1 << (depth - high.Depth);
            var first = (int)((segment.FirstHash >> 1) >> (63 - depth));
            for (var i = 0; i < span; i++)
            {
                Volatile.Write(ref entries[first + i], low);
                Volatile.Write(ref entries[first + span + i], high);
            }
            _entries = entries;
        }
    }

    /// <summary>Visits every device once, segment by segment, each under its lock, whatever splits meanwhile.</summary>
    public void ForEach(Action<Segment> visit) => ForEach(0, ulong.MaxValue, visit);

    /// <summary>The same for a range of hashes that begins and ends with a segment's.</summary>
    public void ForEach(ulong firstHash, ulong lastHash, Action<Segment> visit)
    {
        for (var hash = firstHash; ;)
        {
            var segment = Find(hash);
            using (segment.Gate.Enter())
            {
                if (segment.IsRetired)
                {
                    if (ReferenceEquals(segment, Find(hash)))
                        return;
                    continue;
                }
                visit(segment);
            }
            if (segment.LastHash >= lastHash)
                return;
            hash = segment.LastHash + 1;
        }
    }
}
