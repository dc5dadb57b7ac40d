using System.Numerics;
using System.Runtime.CompilerServices;

namespace Reunion.Core.Geofencing;

/// <summary>Counts by tile class first, and one by one only at edges. Not thread-safe.</summary>
internal sealed unsafe class TileFenceCounter(TileMap map, int tables) : FenceCounter(tables, map.Rasters.Count), ICandidateSink
{
    /// <summary>Counters side by side, so that like candidates in a row do not wait for each other.</summary>
    private const int Lanes = 4;

    private readonly uint[] _byClass = new uint[map.Classes.Length * Lanes];
    private long[] _counts = [];

    [SkipLocalsInit]
    public void Take(SweepChunk chunk, uint* candidates, int count)
    {
        var edges = stackalloc uint[SweepChunk.Slots];
        var edgeCount = 0;
        var firstEdge = map.FirstEdgeClass;
        fixed (ushort* tiles = map.Tiles)
        {
            fixed (uint* counts = _byClass)
            {
                for (var i = 0; i < count; i++)
                {
                    int tile = tiles[candidates[i] >> SweepChunk.SlotBits];
                    counts[tile * Lanes + (i & (Lanes - 1))]++;
                    edges[edgeCount] = candidates[i];
                    edgeCount += tile >= firstEdge ? 1 : 0;
                }
            }
        }
        for (var i = 0; i < edgeCount; i++)
            CountAtEdge(chunk, edges[i]);
    }

    private protected override void Count(Segment segment, Freshness fresh, ulong[] told, long[] counts)
    {
        _counts = counts;
        CandidateScan.Run(segment, map.Box, fresh, told, this);
        for (var i = 0; i < _byClass.Length; i++)
        {
            for (var holders = map.Classes[i / Lanes].Inside; holders != 0 && _byClass[i] > 0; holders &= holders - 1)
                counts[BitOperations.TrailingZeroCount(holders)] += _byClass[i];
        }
        Array.Clear(_byClass);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void CountAtEdge(SweepChunk chunk, uint candidate)
    {
        var tile = map.Classes[map.Tiles[(int)(candidate >> SweepChunk.SlotBits)]];
        var word = chunk.Words[candidate & SweepChunk.SlotMask];
        for (var holders = map.HoldersOf(word, tile with { Inside = 0 }); holders != 0; holders &= holders - 1)
            _counts[BitOperations.TrailingZeroCount(holders)]++;
    }
}
