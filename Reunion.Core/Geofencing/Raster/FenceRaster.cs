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
    }

    public int FirstRow { get; }

    public int RowCount { get; }

    /// <summary>All spans, from south to north; some may be <see cref="RowSpan.Nothing"/>.</summary>
    public ReadOnlySpan<RowSpan> Spans => _spans;

    /// <summary>Whether no row has more than one span.</summary>
    public bool HasSingleSpans => _offsets is null;

    /// <summary>A shape with any number of spans in a row.</summary>
    /// <param name="firstRow">The row that the offsets begin with.</param>
    /// <param name="offsets">For each row the index of its first span, and one more entry at the end.</param>
    /// <param name="spans">The spans, row by row.</param>
    public static FenceRaster OfSpans(int firstRow, int[] offsets, RowSpan[] spans) =>
        new(firstRow, offsets.Length - 1, offsets, spans);

    /// <summary>A shape with at most one span in a row.</summary>
    /// <param name="firstRow">The first row.</param>
    /// <param name="spans">One for each row, or <see cref="RowSpan.Nothing"/>; not copied.</param>
    public static FenceRaster OfRows(int firstRow, RowSpan[] spans) => new(firstRow, spans.Length, null, spans);

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
        var column = PackedPosition.ColumnOf(word);
        foreach (var span in SpansOf(PackedPosition.RowOf(word)))
        {
            if (span.Contains(column))
                return true;
        }
        return false;
    }
}
