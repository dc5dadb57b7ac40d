using Reunion.Core.Geography;

namespace Reunion.Core.Geofencing;

/// <summary>Makes the raster of a polygon: the line's crossings with each row's middle latitude, taken in pairs.</summary>
internal static class PolygonRaster
{
    public static FenceRaster Of(Polygon polygon)
    {
        var line = PolygonPath.Of(polygon.Vertices).Closed();
        var firstRow = Grid.RowOf(line.Min(point => point.Latitude));
        var rows = Grid.RowOf(line.Max(point => point.Latitude)) - firstRow + 1;

        var crossings = new List<(int Row, double Longitude)>(rows * 2);
        for (var i = 1; i < line.Count; i++)
            AddCrossings(crossings, line[i - 1], line[i], firstRow);
        crossings.Sort();

        var builder = new RasterBuilder(firstRow, rows);
        var (next, isEmpty) = (0, true);
        for (var row = 0; row < rows; row++)
        {
            for (; next + 1 < crossings.Count && crossings[next].Row == row; next += 2)
                isEmpty &= !AddSpan(builder, crossings[next].Longitude, crossings[next + 1].Longitude);
            builder.EndRow();
        }
        return isEmpty ? OfVertices(polygon) : builder.Build();
    }

    /// <summary>A piece covers the rows whose middle lies above its lower end and not above its upper one, so that ends count once.</summary>
    private static void AddCrossings(List<(int Row, double Longitude)> crossings, OutlinePoint from, OutlinePoint to, int firstRow)
    {
        var (low, high) = from.Latitude <= to.Latitude ? (from, to) : (to, from);
        var first = (int)Math.Floor((low.Latitude + 90) / Grid.RowDegrees - 0.5) + 1;
        var last = Math.Min(Grid.Rows - 1, (int)Math.Floor((high.Latitude + 90) / Grid.RowDegrees - 0.5));
        for (var row = first; row <= last; row++)
        {
            var share = (Grid.LatitudeOf(row) - low.Latitude) / (high.Latitude - low.Latitude);
            crossings.Add((row - firstRow, low.Longitude + share * (high.Longitude - low.Longitude)));
        }
    }

    private static bool AddSpan(RasterBuilder builder, double west, double east)
    {
        var first = (long)Math.Ceiling((west + 180) / Grid.ColumnDegrees - 0.5);
        var end = (long)Math.Ceiling((east + 180) / Grid.ColumnDegrees - 0.5);
        if (end <= first)
            return false;
        builder.Add(RowSpan.Of(first, end - first));
        return true;
    }

    /// <summary>A polygon too small to hold the middle of a cell is the cells of its vertices; it never matches nobody by size.</summary>
    private static FenceRaster OfVertices(Polygon polygon) =>
        RasterAlgebra.Either([.. polygon.Vertices.Distinct().Select(vertex =>
            FenceRaster.OfSpans(Grid.RowOf(vertex.Latitude), [0, 1], [RowSpan.Of(Grid.ColumnOf(vertex.Longitude), 1)]))]);
}
