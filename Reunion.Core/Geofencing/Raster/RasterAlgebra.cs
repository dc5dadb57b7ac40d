namespace Reunion.Core.Geofencing;

/// <summary>Unions and differences of rasters, row by row.</summary>
internal static class RasterAlgebra
{
    /// <summary>What is in any of the rasters.</summary>
    public static FenceRaster Either(IReadOnlyList<FenceRaster> parts)
    {
        if (parts.Count == 1)
            return parts[0];
        var firstRow = parts.Min(part => part.FirstRow);
        var endRow = parts.Max(part => part.FirstRow + part.RowCount);
        return Combine(firstRow, endRow - firstRow, row =>
        {
            var edges = new List<(int Column, int Step)>();
            foreach (var part in parts)
                AddEdges(edges, part.SpansOf(row), 1);
            return edges;
        });
    }

    /// <summary>What is in the first raster but not in the second.</summary>
    public static FenceRaster Without(FenceRaster from, FenceRaster taken) =>
        Combine(from.FirstRow, from.RowCount, row =>
        {
            var edges = new List<(int Column, int Step)>();
            AddEdges(edges, from.SpansOf(row), 1);
            // Taken columns weigh more than all that could hold them.
            AddEdges(edges, taken.SpansOf(row), -2);
            return edges;
        });

    /// <summary>Spans of the columns whose depth, the sum of the steps so far, is above nothing.</summary>
    private static FenceRaster Combine(int firstRow, int rows, Func<int, List<(int Column, int Step)>> edgesOf)
    {
        var builder = new RasterBuilder(firstRow, rows);
        for (var row = firstRow; row < firstRow + rows; row++)
        {
            var edges = edgesOf(row);
            edges.Sort();
            int depth = 0, start = -1;
            for (var i = 0; i < edges.Count; i++)
            {
                depth += edges[i].Step;
                if (i + 1 < edges.Count && edges[i + 1].Column == edges[i].Column)
                    continue;
                if (depth > 0 && start < 0)
                    start = edges[i].Column;
                else if (depth <= 0 && start >= 0)
                {
                    builder.Add(RowSpan.Of(start, edges[i].Column - start));
                    start = -1;
                }
            }
            builder.EndRow();
        }
        return builder.Build();
    }

    /// <summary>A span across the antimeridian becomes two.</summary>
    private static void AddEdges(List<(int Column, int Step)> edges, ReadOnlySpan<RowSpan> spans, int step)
    {
        foreach (var span in spans)
        {
            var end = span.First + span.Columns;
            edges.Add((span.First, step));
            edges.Add((Math.Min(end, Grid.Columns), -step));
            if (end > Grid.Columns)
            {
                edges.Add((0, step));
                edges.Add((end - Grid.Columns, -step));
            }
        }
    }
}
