namespace Reunion.Core.Geofencing;

/// <summary>A geofence as rows of column spans: membership is integer comparison with a packed position word.</summary>
/// <remarks>Immutable and thread-safe. A cell belongs to a shape when its middle does.</remarks>
internal sealed class FenceRaster
{
    private readonly int[]? _offsets;
    private readonly RowSpan[] _spans;

    private FenceRaster(int firstRow, int rows, int[]? offsets, RowSpan[] spans)
    {
        FirstRow = firstRow;
        RowCount = rows;
        _offsets = offsets;
        _spans = spans;
        RowBase = (ulong)firstRow << PackedPosition.RowShift;
        RowReach = ((ulong)rows << PackedPosition.RowShift) - 1;
        ColumnBox = Geofencing.ColumnBox.Around(spans);
    }

    public int FirstRow { get; }

    public int RowCount { get; }

    /// <summary>The first row, in the place where a position word has it.</summary>
    public ulong RowBase { get; }

    /// <summary>A word less <see cref="RowBase"/> is above this when its row is none of the shape's.</summary>
    public ulong RowReach { get; }

    /// <summary>Columns outside of which nothing lies in the shape.</summary>
    public RowSpan ColumnBox { get; }

    /// <summary>The span of each row, in memory that does not move, when no row has several; else nothing.</summary>
    public ReadOnlySpan<RowSpan> SingleSpans => _offsets is null ? _spans : [];

    /// <summary>A shape with any number of spans in a row.</summary>
    /// <param name="firstRow">The row that the offsets begin with.</param>
    /// <param name="offsets">For each row the index of its first span, and one more entry at the end.</param>
    /// <param name="spans">The spans, row by row.</param>
    public static FenceRaster OfSpans(int firstRow, int[] offsets, RowSpan[] spans) =>
        new(firstRow, offsets.Length - 1, offsets, spans);

    /// <summary>A shape with at most one span in a row.</summary>
    /// <param name="firstRow">The first row.</param>
    /// <param name="spans">One for each row, or <see cref="RowSpan.Nothing"/>, from <see cref="NewRows"/>; not copied.</param>
    public static FenceRaster OfRows(int firstRow, RowSpan[] spans) => new(firstRow, spans.Length, null, spans);

    /// <summary>Room for rows, in memory that does not move.</summary>
    public static RowSpan[] NewRows(int rows) => GC.AllocateUninitializedArray<RowSpan>(rows, pinned: true);

    public ReadOnlySpan<RowSpan> SpansOf(int row)
    {
        var index = row - FirstRow;
        if ((uint)index >= (uint)RowCount)
            return [];
        if (_offsets is not null)
            return _spans.AsSpan(_offsets[index].._offsets[index + 1]);
        return _spans[index] == RowSpan.Nothing ? [] : _spans.AsSpan(index, 1);
    }

    /// <summary>Whether the cell of a position word lies in the shape.</summary>
    public bool Contains(ulong word)
    {
        var fromBase = word - RowBase;
        return fromBase <= RowReach && RowContains((int)(fromBase >> PackedPosition.RowShift), word);
    }

    /// <summary>The same for a word whose row is known to be the shape's.</summary>
    public bool RowContains(int rowIndex, ulong word)
    {
        var column = word << Grid.RowBits;
        if (_offsets is null)
            return column - _spans[rowIndex].First <= _spans[rowIndex].Reach;
        var end = _offsets[rowIndex + 1];
        for (var i = _offsets[rowIndex]; i < end; i++)
        {
            if (column - _spans[i].First <= _spans[i].Reach)
                return true;
        }
        return false;
    }
}
