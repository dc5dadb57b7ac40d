namespace Reunion.Core.Geofencing;

/// <summary>Counts the phones of several tables that some shapes hold. One worker's; not thread-safe.</summary>
internal abstract class FenceCounter(int tables, int fences)
{
    private readonly long[][] _counts = new long[tables][];

    /// <summary>Counts in a segment.</summary>
    /// <param name="table">Whose it is.</param>
    /// <param name="segment">The segment, locked.</param>
    /// <param name="fresh">What counts as fresh.</param>
    /// <param name="told">Slots to leave out, as a bitmap; null for none.</param>
    public void Count(int table, Segment segment, Freshness fresh, ulong[]? told)
    {
        if (segment.Capacity == 0)
            return;
        var counts = _counts[table] ??= new long[fences];
        Count(segment, fresh, told is { Length: > 0 } ? told : NobodyTold, counts);
    }

    /// <summary>Adds what was counted for one of the tables.</summary>
    public void AddTo(int table, Span<long> counts)
    {
        Flush();
        for (var fence = 0; fence < fences && _counts[table] is { } counted; fence++)
            counts[fence] += counted[fence];
    }

    private protected static ulong[] NobodyTold { get; } = new ulong[Segment.MaxBlocks * SlotBlock.Capacity / 64];

    /// <summary>Adds what was gathered meanwhile to its table's counts.</summary>
    private protected virtual void Flush()
    {
    }

    private protected abstract void Count(Segment segment, Freshness fresh, ulong[] told, long[] counts);
}
