using System.Runtime.CompilerServices;

namespace Reunion.Core.Geofencing;

/// <summary>
/// The tiles that edges pass through, cut finer: of the positions in such a tile only those beside an edge need to be looked up.
/// Immutable and thread-safe.
/// </summary>
/// <remarks>
/// Only these tiles have details, so the table stays small; the size of its cells is that of a map with as many more tiles along each side.
/// </remarks>
internal sealed class TileDetails
{
    private readonly TileBox _coarse;
    private readonly TileBox _fine;
    private readonly int _rowBits;
    private readonly int _columnBits;
    private readonly int[] _places;
    private readonly ushort[] _classes;

    /// <param name="coarse">The tiles.</param>
    /// <param name="fine">The same box in finer ones.</param>
    /// <param name="places">For each tile its place among those with details.</param>
    /// <param name="classes">For each tile with details the classes of its parts, row by row.</param>
    public TileDetails(TileBox coarse, TileBox fine, int[] places, ushort[] classes)
    {
        _coarse = coarse;
        _fine = fine;
        (_rowBits, _columnBits) = PartBits(coarse, fine);
        _places = places;
        _classes = classes;
    }

    /// <summary>How often a tile's height and width are halved, as powers of two.</summary>
    public static (int Row, int Column) PartBits(TileBox coarse, TileBox fine) =>
        (coarse.BlockRowShift - fine.BlockRowShift, coarse.BlockColumnShift - fine.BlockColumnShift);

    /// <summary>The class of the part of a tile that a position lies in.</summary>
    /// <param name="tile">A tile with details.</param>
    /// <param name="word">A position in it.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ClassOf(int tile, ulong word)
    {
        var part = _fine.TileOf(word);
        var row = (part >> _fine.StrideBits) & ((1 << _rowBits) - 1);
        var column = part & ((1 << _columnBits) - 1);
        return _classes[(((_places[tile] << _rowBits) | row) << _columnBits) | column];
    }

    /// <summary>Counts candidates by the class of the part they lie in, and lists those of which that does not say all.</summary>
    /// <param name="words">Their chunk's words.</param>
    /// <param name="candidates">Candidates, all in tiles with details.</param>
    /// <param name="count">How many.</param>
    /// <param name="firstEdge">The first class with an edge.</param>
    /// <param name="counts">Gets the counts, by class.</param>
    /// <param name="listed">Gets the candidates beside an edge; may be the same place.</param>
    /// <returns>How many those are.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public unsafe int Count(ulong* words, uint* candidates, int count, int firstEdge, uint[] counts, uint* listed)
    {
        uint rowBase = _fine.RowBase, columnBase = _fine.ColumnBase;
        int rowShift = PackedPosition.UpperBits + _fine.BlockRowShift, columnShift = PackedPosition.UpperBits + _fine.BlockColumnShift;
        uint rowMask = (1U << _rowBits) - 1, columnMask = (1U << _columnBits) - 1;
        int columnBits = _columnBits, placeBits = _rowBits + _columnBits, left = 0;
        fixed (int* places = _places)
        {
            fixed (ushort* classes = _classes)
            {
                fixed (uint* byClass = counts)
                {
                    for (var i = 0; i < count; i++)
                    {
                        var candidate = candidates[i];
                        var upper = (uint)(words[candidate & SweepChunk.SlotMask] >> 32);
                        var row = ((upper - rowBase) >> rowShift) & rowMask;
                        var column = (((upper << PackedPosition.UpperBits) - columnBase) >> columnShift) & columnMask;
                        int part = classes[((uint)places[candidate >> SweepChunk.SlotBits] << placeBits) | (row << columnBits) | column];
                        byClass[part]++;
                        listed[left] = candidate;
                        left += part >= firstEdge ? 1 : 0;
                    }
                }
            }
        }
        return left;
    }
}
