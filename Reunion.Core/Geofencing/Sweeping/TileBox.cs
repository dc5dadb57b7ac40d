using System.Numerics;

namespace Reunion.Core.Geofencing;

/// <summary>
/// The rectangle of cells that holds some shapes, cut into tiles whose sides are powers of two of cells, so that a position word
/// finds its tile with two subtractions and two shifts of its upper half.
/// </summary>
/// <remarks>Its edges lie on the blocks of 16 × 32 cells that the upper half of a word tells apart, and no tile is smaller.</remarks>
internal readonly struct TileBox
{
    private const int RowsPerBlock = Grid.Rows >> PackedPosition.UpperBits;
    private const int ColumnsPerBlock = Grid.Columns >> PackedPosition.UpperBits;
    private const int Side = 1 << PackedPosition.UpperBits;

    /// <param name="firstRow">The southernmost row of cells.</param>
    /// <param name="rows">How many rows, at least one.</param>
    /// <param name="firstColumn">The westernmost column.</param>
    /// <param name="columns">How many columns, at least one; they may run across the antimeridian.</param>
    /// <param name="sideBits">The most tiles along a side, as a power of two.</param>
    public TileBox(int firstRow, int rows, int firstColumn, int columns, int sideBits)
    {
        var south = firstRow / RowsPerBlock;
        var blockRows = (firstRow + rows - 1) / RowsPerBlock - south + 1;
        var west = firstColumn / ColumnsPerBlock;
        var blockColumns = Math.Min(Side, (firstColumn + columns - 1) / ColumnsPerBlock - west + 1);
        (FirstRow, Rows) = (south * RowsPerBlock, blockRows * RowsPerBlock);
        (FirstColumn, Columns) = (west * ColumnsPerBlock, blockColumns * ColumnsPerBlock);
        BlockRowShift = Math.Max(0, BitsFor(blockRows) - sideBits);
        BlockColumnShift = Math.Max(0, BitsFor(blockColumns) - sideBits);
        TileRows = ((blockRows - 1) >> BlockRowShift) + 1;
        TileColumns = ((blockColumns - 1) >> BlockColumnShift) + 1;
        StrideBits = BitsFor(TileColumns);
        RowBase = (uint)south << PackedPosition.UpperBits;
        RowReach = (uint)(((ulong)blockRows << PackedPosition.UpperBits) - 1);
        ColumnBase = (uint)west << PackedPosition.UpperBits;
        ColumnReach = (uint)(((ulong)blockColumns << PackedPosition.UpperBits) - 1);
    }

    /// <summary>The southernmost row of cells.</summary>
    public int FirstRow { get; }

    public int Rows { get; }

    public int FirstColumn { get; }

    public int Columns { get; }

    /// <summary>How many times a row of blocks, from the first, is halved to give its row of tiles.</summary>
    public int BlockRowShift { get; }

    public int BlockColumnShift { get; }

    public int TileRows { get; }

    public int TileColumns { get; }

    /// <summary>Rows of cells in a tile, as a power of two.</summary>
    public int RowShift => BlockRowShift + Grid.RowBits - PackedPosition.UpperBits;

    public int ColumnShift => BlockColumnShift + Grid.ColumnBits - PackedPosition.UpperBits;

    /// <summary>Tiles of one row of tiles in a table, as a power of two.</summary>
    public int StrideBits { get; }

    public int TileCount => TileRows << StrideBits;

    /// <summary>The first row of blocks, where the upper half of a word has it.</summary>
    public uint RowBase { get; }

    /// <summary>The upper half of a word less <see cref="RowBase"/> is above this when its row is outside.</summary>
    public uint RowReach { get; }

    /// <summary>The first column of blocks, at the top of half a word.</summary>
    public uint ColumnBase { get; }

    /// <summary>A column at the top of half a word less <see cref="ColumnBase"/> is above this when it is outside.</summary>
    public uint ColumnReach { get; }

    /// <summary>A column's distance from the first one, going east.</summary>
    public int OffsetOf(int column) => (column - FirstColumn) & (Grid.Columns - 1);

    /// <summary>The tile of a position word, or −1 outside.</summary>
    public int TileOf(ulong word)
    {
        var upper = (uint)(word >> 32);
        var row = upper - RowBase;
        var column = (upper << PackedPosition.UpperBits) - ColumnBase;
        if (row > RowReach || column > ColumnReach)
            return -1;
        return ((int)(row >> PackedPosition.UpperBits) >> BlockRowShift << StrideBits)
            | ((int)(column >> PackedPosition.UpperBits) >> BlockColumnShift);
    }

    private static int BitsFor(int count) => count <= 1 ? 0 : BitOperations.Log2((uint)count - 1) + 1;
}
