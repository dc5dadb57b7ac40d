namespace Reunion.Core.Geofencing;

/// <summary>Deals the segments of several tables out to workers, each range of hashes to exactly one. Thread-safe.</summary>
internal sealed class SegmentQueue(IReadOnlyList<PartnerTable> tables)
{
    private readonly Lock _gate = new();
    private int _table;
    private ulong _hash;

    public bool TryTake(out int table, out ulong firstHash, out ulong lastHash)
    {
        lock (_gate)
        {
            (table, firstHash, lastHash) = (_table, _hash, 0);
            if (table >= tables.Count)
                return false;
            lastHash = tables[table].Segments.Find(firstHash).LastHash;
            if (lastHash == ulong.MaxValue)
                (_table, _hash) = (table + 1, 0);
            else
                _hash = lastHash + 1;
            return true;
        }
    }
}
