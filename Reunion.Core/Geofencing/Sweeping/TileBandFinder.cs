using System.Runtime.CompilerServices;

namespace Reunion.Core.Geofencing;

/// <summary>Finds the phones of distance bands by tiles. Not thread-safe.</summary>
internal sealed unsafe class TileBandFinder(DistanceBands bands, PagePool pool) : BandFinder(bands, pool), ICandidateSink
{
    private readonly DistanceBands _bands = bands;
    private ulong[] _marks = [];

    public override void Claim(Segment segment, Freshness fresh, ulong[] marks)
    {
        _marks = marks;
        CandidateScan.Run(segment, _bands.Map.Box, fresh, marks, this);
    }

    [SkipLocalsInit]
    public void Take(SweepChunk chunk, uint* candidates, int count)
    {
        // Each bucket has a place to write to, also the two that nobody reads: then no step depends on where a phone is.
        var nowhere = stackalloc ulong[SweepChunk.Slots * 2];
        var edges = stackalloc uint[SweepChunk.Slots];
        var targets = stackalloc ulong*[_bands.Count + 2];
        var starts = stackalloc ulong*[_bands.Count];
        for (var band = 0; band < _bands.Count; band++)
            starts[band] = targets[band] = Pages[band].Reserve(count);
        targets[_bands.Nowhere] = nowhere;
        targets[_bands.LookedUp] = nowhere + SweepChunk.Slots;
        fixed (ulong* marks = &_marks[chunk.FirstSlot >> 6])
        {
            var edgeCount = Sort(chunk, candidates, count, targets, marks, edges);
            for (var i = 0; i < edgeCount; i++)
                TakeAtEdge(chunk, edges[i], targets, marks);
        }
        for (var band = 0; band < _bands.Count; band++)
            Pages[band].Advance((int)(targets[band] - starts[band]));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Sort(SweepChunk chunk, uint* candidates, int count, ulong** targets, ulong* marks, uint* edges)
    {
        var edgeCount = 0;
        int nowhere = _bands.Nowhere, lookedUp = _bands.LookedUp;
        var ids = chunk.Ids;
        fixed (byte* tiles = _bands.TileBuckets)
        {
            var (marked, word) = (0UL, 0U);
            for (var i = 0; i < count; i++)
            {
                var candidate = candidates[i];
                int bucket = tiles[candidate >> SweepChunk.SlotBits];
                var slot = candidate & SweepChunk.SlotMask;
                *targets[bucket]++ = ids[slot];
                if (slot >> 6 != word)
                {
                    marks[word] |= marked;
                    (marked, word) = (0, slot >> 6);
                }
                marked |= (bucket < nowhere ? 1UL : 0UL) << (int)slot;
                edges[edgeCount] = candidate;
                edgeCount += bucket == lookedUp ? 1 : 0;
            }
            marks[word] |= marked;
        }
        return edgeCount;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void TakeAtEdge(SweepChunk chunk, ulong candidate, ulong** targets, ulong* marks)
    {
        var map = _bands.Map;
        var slot = (int)(candidate & SweepChunk.SlotMask);
        var word = chunk.Words[slot];
        var band = _bands.BandOf(word, map.Classes[map.ClassOf((int)(candidate >> SweepChunk.SlotBits), word)]);
        if (band == _bands.Nowhere)
            return;
        *targets[band]++ = chunk.Ids[slot];
        marks[slot >> 6] |= 1UL << slot;
    }
}
