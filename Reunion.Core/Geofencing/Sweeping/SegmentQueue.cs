namespace Reunion.Core.Geofencing;

/// <summary>Deals the segments of several tables out to workers, each range of hashes to exactly one. Thread-safe.</summary>
/// <remarks>
/// From the highest hash to the lowest: writers go the other way, so that they meet a sweep once. Going the same way they would catch up with
/// it and then wait at every segment to the end of the table.
/// </remarks>
internal sealed class SegmentQueue(IReadOnlyList<PartnerTable> tables)
{
    private readonly Lock _gate = new();
    private int _table;
    private ulong _hash = ulong.MaxValue;

    public bool TryTake(out int table, out ulong firstHash, out ulong lastHash)
    {
        lock (_gate)
        {
            (table, firstHash, lastHash) = (_table, 0, _hash);
            if (table >= tables.Count)
                return false;
            firstHash = tables[table].Segments.Find(lastHash).FirstHash;
            if (firstHash == 0)
                (_table, _hash) = (table + 1, ulong.MaxValue);
            else
                _hash = firstHash - 1;
            return true;
        }
    }
}
