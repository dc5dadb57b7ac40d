using System.Runtime.InteropServices;

namespace Reunion.Core.Geofencing;

/// <summary>Collects the spans of a raster, row after row from south to north. Not thread-safe.</summary>
internal sealed class RasterBuilder(int firstRow, int rows)
{
    private readonly int[] _offsets = new int[rows + 1];
    private readonly List<RowSpan> _spans = new(rows);
    private int _row;

    public void Add(RowSpan span) => _spans.Add(span);

    public void EndRow() => _offsets[++_row] = _spans.Count;

    public FenceRaster Build() =>
        _row == rows
            ? FenceRaster.OfSpans(firstRow, _offsets, CollectionsMarshal.AsSpan(_spans).ToArray())
            : throw new InvalidOperationException("A raster's rows were not all ended.");
}
