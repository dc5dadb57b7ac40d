namespace Reunion.Core.Geofencing;

/// <summary>Finds the tiles of a row that a shape holds whole, and those that it holds in part. Not thread-safe.</summary>
internal sealed class TileCover(TileBox box)
{
    // For shapes with several spans in a row: steps of how many rows hold a tile's whole width, and of how many spans touch it.
    private readonly int[] _whole = new int[box.TileColumns + 1];
    private readonly int[] _touched = new int[box.TileColumns + 1];

    /// <summary>Enters the parts of some shapes in a row of tiles, each with the bit of its place.</summary>
    public void EnterAll(TileRow target, int tileRow, FenceRaster[] rasters)
    {
        for (var i = 0; i < rasters.Length; i++)
            Enter(target, tileRow, rasters[i], 1UL << i);
    }

    /// <summary>Enters a shape's part of a row of tiles.</summary>
    private void Enter(TileRow target, int tileRow, FenceRaster raster, ulong bit)
    {
        var start = box.FirstRow + (tileRow << box.RowShift);
        var rows = Math.Min(1 << box.RowShift, box.FirstRow + box.Rows - start);
        if (start >= raster.FirstRow + raster.RowCount || start + rows <= raster.FirstRow)
            return;
        if (raster.HasSingleSpans)
            EnterHull(target, start, rows, raster, bit);
        else
            EnterSpans(target, start, rows, raster, bit);
    }

    /// <summary>What all rows hold, and what any of them reaches: a tile between the two may be looked up in vain, never wrongly.</summary>
    private void EnterHull(TileRow target, int start, int rows, FenceRaster raster, ulong bit)
    {
        int firstTouched = int.MaxValue, endTouched = 0, firstWhole = 0, endWhole = box.Columns, held = 0;
        var from = Math.Max(start, raster.FirstRow);
        var end = Math.Min(start + rows, raster.FirstRow + raster.RowCount);
        foreach (var span in raster.Spans[(from - raster.FirstRow)..(end - raster.FirstRow)])
        {
            if (span.Columns == 0)
                continue;
            var (first, behind) = Offsets(span);
            if (behind > box.Columns)
            {
                // In a box around the whole earth a span may run across its seam: then any tile may be touched.
                (firstTouched, endTouched) = (0, box.Columns);
                continue;
            }
            firstTouched = Math.Min(firstTouched, first);
            endTouched = Math.Max(endTouched, behind);
            firstWhole = Math.Max(firstWhole, first);
            endWhole = Math.Min(endWhole, behind);
            held++;
        }
        if (firstTouched == int.MaxValue)
            return;
        var (firstWholeTile, endWholeTile) = WholeTiles(firstWhole, endWhole);
        target.Enter(
            bit, firstTouched >> box.ColumnShift, ((endTouched - 1) >> box.ColumnShift) + 1,
            firstWholeTile, held == rows ? endWholeTile : 0);
    }

    private void EnterSpans(TileRow target, int start, int rows, FenceRaster raster, ulong bit)
    {
        Array.Clear(_whole);
        Array.Clear(_touched);
        for (var row = start; row < start + rows; row++)
        {
            foreach (var span in raster.SpansOf(row))
            {
                var (first, behind) = Offsets(span);
                Step(first, Math.Min(behind, box.Columns));
                if (behind > box.Columns)
                    Step(0, behind - box.Columns);
            }
        }
        int whole = 0, touched = 0;
        for (var column = 0; column < box.TileColumns; column++)
        {
            whole += _whole[column];
            touched += _touched[column];
            if (touched > 0)
                target.Enter(bit, column, column + 1, column, whole == rows ? column + 1 : column);
        }
    }

    private void Step(int first, int behind)
    {
        _touched[first >> box.ColumnShift]++;
        _touched[((behind - 1) >> box.ColumnShift) + 1]--;
        var (firstWhole, endWhole) = WholeTiles(first, behind);
        if (endWhole <= firstWhole)
            return;
        _whole[firstWhole]++;
        _whole[endWhole]--;
    }

    private (int First, int Behind) Offsets(RowSpan span)
    {
        if (span.IsWholeRow)
            return (0, box.Columns);
        var first = box.OffsetOf(span.First);
        return (first, first + span.Columns);
    }

    // The last tile ends with the box.
    private (int First, int End) WholeTiles(int first, int behind) => (
        (first + (1 << box.ColumnShift) - 1) >> box.ColumnShift, behind == box.Columns ? box.TileColumns : behind >> box.ColumnShift);
}
