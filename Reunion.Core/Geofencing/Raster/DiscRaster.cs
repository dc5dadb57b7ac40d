using Reunion.Core.Geography;

namespace Reunion.Core.Geofencing;

/// <summary>Makes the raster of a disc.</summary>
/// <remarks>
/// Along a parallel the distance from the centre grows with the difference of longitude, so a row is one span around the
/// centre's meridian. Its half-width comes from spherical trigonometry on reduced latitudes with the radius that, on that
/// sphere, gives the true edge in that row (<see cref="DiscEdge"/>).
/// </remarks>
internal static class DiscRaster
{
    private const int RowsPerWorker = 8_192;

    public static FenceRaster Of(GeoPoint centre, double radiusMetres)
    {
        // A disc smaller than a cell still holds the cell of its centre.
        var edge = new DiscEdge(centre, Math.Max(radiusMetres, Grid.CellReachMetres));
        var firstRow = Grid.RowOf(edge.SouthLatitude);
        var spans = FenceRaster.NewRows(Grid.RowOf(edge.NorthLatitude) - firstRow + 1);
        var workers = Math.Clamp(spans.Length / RowsPerWorker, 1, Environment.ProcessorCount);
        if (workers == 1)
            Fill(spans, firstRow, edge, centre.Longitude);
        else
        {
            var share = spans.Length / workers + 1;
            Parallel.For(0, workers, worker =>
            {
                var start = Math.Min(worker * share, spans.Length);
                var rows = spans.AsSpan(start, Math.Min(share, spans.Length - start));
                Fill(rows, firstRow + start, edge, centre.Longitude);
            });
        }
        return FenceRaster.OfRows(firstRow, spans);
    }

    private static void Fill(Span<RowSpan> spans, int firstRow, DiscEdge edge, double longitude)
    {
        var knot = 0;
        for (var i = 0; i < spans.Length; i++)
        {
            var halfWidth = edge.HalfWidthDegrees(Grid.LatitudeOf(firstRow + i), ref knot);
            spans[i] = halfWidth < 0 ? RowSpan.Nothing : halfWidth >= 180 ? RowSpan.Of(0, Grid.Columns) : Around(longitude, halfWidth);
        }
    }

    private static RowSpan Around(double longitude, double halfWidth)
    {
        var first = (long)Math.Ceiling((longitude - halfWidth + 180) / Grid.ColumnDegrees - 0.5);
        var last = (long)Math.Floor((longitude + halfWidth + 180) / Grid.ColumnDegrees - 0.5);
        return last >= first ? RowSpan.Of(first, last - first + 1) : RowSpan.Nothing;
    }
}
