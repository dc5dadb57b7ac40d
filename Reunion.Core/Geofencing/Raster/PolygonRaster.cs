namespace Reunion.Core.Geofencing;

/// <summary>Makes the raster of a polygon: the columns where the line crosses each row's middle latitude, in and out by turns.</summary>
internal static class PolygonRaster
{
    public static FenceRaster Of(Polygon polygon)
    {
        var line = PolygonPath.Of(polygon.Vertices).Closed();
        var firstRow = Grid.RowOf(line.Min(point => point.Latitude));
        var rows = Grid.RowOf(line.Max(point => point.Latitude)) - firstRow + 1;
        var crossings = new RowCrossings(line, firstRow, rows);

        var builder = new RasterBuilder(firstRow, rows);
        var isEmpty = true;
        for (var row = 0; row < rows; row++)
        {
            isEmpty &= !AddSpans(builder, crossings.Of(row), crossings.BeginsInside(row));
            builder.EndRow();
        }
        return isEmpty ? OfVertices(polygon) : builder.Build();
    }

    /// <summary>Adds what lies between the crossings of a row, and says whether that is anything.</summary>
    private static bool AddSpans(RasterBuilder builder, ReadOnlySpan<int> columns, bool isInside)
    {
        var (start, firstEnd, any) = (0, -1, false);
        foreach (var column in columns)
        {
            if (isInside && start == 0)
                firstEnd = column;
            else if (isInside && column > start)
            {
                builder.Add(RowSpan.Of(start, column - start));
                any = true;
            }
            isInside = !isInside;
            start = column;
        }
        // What begins the row and what ends it is one span across the antimeridian.
        var length = (isInside ? Grid.Columns - start : 0) + Math.Max(0, firstEnd);
        if (length == 0)
            return any;
        builder.Add(RowSpan.Of(isInside ? start : 0, length));
        return true;
    }

    /// <summary>A polygon too small to hold the middle of a cell is the cells of its vertices; it never matches nobody by size.</summary>
    private static FenceRaster OfVertices(Polygon polygon) =>
        RasterAlgebra.Either([.. polygon.Vertices.Distinct().Select(vertex =>
            FenceRaster.OfSpans(Grid.RowOf(vertex.Latitude), [0, 1], [RowSpan.Of(Grid.ColumnOf(vertex.Longitude), 1)]))]);
}
