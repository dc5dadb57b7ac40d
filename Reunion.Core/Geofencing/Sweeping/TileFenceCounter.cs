using System.Numerics;
using System.Runtime.CompilerServices;

namespace Reunion.Core.Geofencing;

/// <summary>Counts by tile class first, and one by one only at edges. Not thread-safe.</summary>
internal sealed unsafe class TileFenceCounter(TileMap map, int tables) : FenceCounter(tables, map.Rasters.Count), ICandidateSink
{
    /// <summary>Counters side by side, so that like candidates in a row do not wait for each other.</summary>
    private const int Lanes = 4;

    private readonly uint[] _byClass = new uint[(map.FirstEdgeClass + 1) * Lanes];

    /// <summary>The same for parts of tiles with an edge, whose own class says nothing.</summary>
    private readonly uint[] _byPart = new uint[map.Classes.Length];
    private long[] _counts = [];

    [SkipLocalsInit]
    public void Take(SweepChunk chunk, uint* candidates, int count)
    {
        var edges = stackalloc uint[SweepChunk.Slots];
        int edgeCount;
        fixed (ushort* tiles = map.Tiles)
        {
            fixed (uint* counts = _byClass)
                edgeCount = CountTiles(tiles, candidates, count, counts, (uint)map.FirstEdgeClass, edges);
        }
        edgeCount = map.Details.Count(chunk.Words, edges, edgeCount, map.FirstEdgeClass, _byPart, edges);
        for (var i = 0; i < edgeCount; i++)
            LookUp(chunk, edges[i]);
    }

    /// <summary>Counts candidates by the class of their tile, those in tiles with an edge all together, and lists these.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int CountTiles(ushort* tiles, uint* candidates, int count, uint* counts, uint edge, uint* edges)
    {
        nuint found = 0;
        for (var i = 0; i < count; i++)
        {
            var candidate = candidates[i];
            nuint tile = tiles[candidate >> SweepChunk.SlotBits];
            counts[tile * Lanes + ((uint)i & (Lanes - 1))]++;
            edges[found] = candidate;
            found += tile == edge ? 1U : 0U;
        }
        return (int)found;
    }

    private protected override void Count(Segment segment, Freshness fresh, ulong[] told, long[] counts)
    {
        if (!ReferenceEquals(counts, _counts))
            Flush();
        _counts = counts;
        CandidateScan.Run(segment, map.Box, fresh, told, this);
    }

    private protected override void Flush()
    {
        for (var i = 0; i < map.FirstEdgeClass * Lanes; i++)
            Add(map.Classes[i / Lanes].Inside, _byClass[i]);
        for (var i = 0; i < _byPart.Length; i++)
            Add(map.Classes[i].Inside, _byPart[i]);
        Array.Clear(_byClass);
        Array.Clear(_byPart);
    }

    private void Add(ulong holders, uint phones)
    {
        for (; holders != 0 && phones > 0; holders &= holders - 1)
            _counts[BitOperations.TrailingZeroCount(holders)] += phones;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void LookUp(SweepChunk chunk, uint candidate)
    {
        var word = chunk.Words[candidate & SweepChunk.SlotMask];
        var part = map.Classes[map.Details.ClassOf((int)(candidate >> SweepChunk.SlotBits), word)];
        for (var holders = map.HoldersOf(word, part with { Inside = 0 }); holders != 0; holders &= holders - 1)
            _counts[BitOperations.TrailingZeroCount(holders)]++;
    }
}
