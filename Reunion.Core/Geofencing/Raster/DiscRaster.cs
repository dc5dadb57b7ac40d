using Reunion.Core.Geography;

namespace Reunion.Core.Geofencing;

/// <summary>Makes the raster of a disc.</summary>
/// <remarks>
/// Along a parallel the distance from the centre grows with the difference of longitude, so a row is one span around the
/// centre's meridian. Its half-width comes from <see cref="DiscEdge"/>, mostly not for each row: the square of the half-width hardly bends, so
/// between rows some hundred metres apart a straight line does, and the row halfway between shows that it is near enough.
/// </remarks>
internal static class DiscRaster
{
    /// <summary>How far the edge of a row may be from the true edge for a straight line.</summary>
    private const double StraightMetres = 0.5;

    /// <summary>Nearer to a pole longitudes change too fast for it.</summary>
    private const double StraightLatitude = 80;
    private const int MaxStep = 64;
    private const double RowMetres = 19.2;
    private const int RowsWorthSharing = 30_000;

    public static FenceRaster Of(GeoPoint centre, double radiusMetres)
    {
        // A disc smaller than a cell still holds the cell of its centre.
        var radius = Math.Max(radiusMetres, Grid.CellReachMetres);
        var edge = new DiscEdge(centre, radius);
        var firstRow = Grid.RowOf(edge.SouthLatitude);
        var spans = new RowSpan[Grid.RowOf(edge.NorthLatitude) - firstRow + 1];
        if (spans.Length < RowsWorthSharing)
            Fill(spans, firstRow, edge, radius, centre.Longitude);
        else
        {
            var half = spans.Length / 2;
            Parallel.Invoke(
                () => Fill(spans.AsSpan(0, half), firstRow, edge, radius, centre.Longitude),
                () => Fill(spans.AsSpan(half), firstRow + half, edge, radius, centre.Longitude));
        }
        return FenceRaster.OfRows(firstRow, spans);
    }

    private static void Fill(Span<RowSpan> spans, int firstRow, DiscEdge edge, double radius, double longitude)
    {
        var step = Math.Clamp((int)(Math.Sqrt(8 * radius * StraightMetres) / RowMetres), 1, MaxStep);
        var knot = 0;
        var south = EdgeAt(edge, firstRow, ref knot);
        for (var first = 0; first < spans.Length; first += step)
        {
            var rows = spans.Slice(first, Math.Min(step, spans.Length - first));
            var north = first + step < spans.Length ? EdgeAt(edge, firstRow + first + step, ref knot) : -1;
            if (!TryFillStraight(rows, firstRow + first, south, north, step, edge, radius, longitude, ref knot))
                FillExactly(rows, firstRow + first, edge, longitude, ref knot);
            south = north;
        }
    }

    private static double EdgeAt(DiscEdge edge, int row, ref int knot) => edge.HalfWidthDegrees(Grid.LatitudeOf(row), ref knot);

    private static bool TryFillStraight(
        Span<RowSpan> rows, int firstRow, double south, double north, int step, DiscEdge edge, double radius, double longitude, ref int knot)
    {
        if (step < 4 || south is <= 0 or >= 180 || north is <= 0 or >= 180 || Math.Abs(Grid.LatitudeOf(firstRow)) > StraightLatitude)
            return false;
        var slope = (north * north - south * south) / step;
        var halfway = EdgeAt(edge, firstRow + step / 2, ref knot);
        var metresPerDegree = Math.Cos(Grid.LatitudeOf(firstRow + step / 2) * Wgs84.RadiansPerDegree) * GeodesicInverse.QuarterMetres / 90;
        var off = Math.Abs(halfway * halfway - (south * south + slope * (step / 2))) * metresPerDegree * metresPerDegree / (2 * radius);
        if (!(off <= StraightMetres))
            return false;
        for (var i = 0; i < rows.Length; i++)
            rows[i] = Around(longitude, Math.Sqrt(south * south + slope * i));
        return true;
    }

    private static void FillExactly(Span<RowSpan> rows, int firstRow, DiscEdge edge, double longitude, ref int knot)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            var halfWidth = EdgeAt(edge, firstRow + i, ref knot);
            rows[i] = halfWidth < 0 ? RowSpan.Nothing : halfWidth >= 180 ? RowSpan.WholeRow : Around(longitude, halfWidth);
        }
    }

    private static RowSpan Around(double longitude, double halfWidth)
    {
        var first = (int)Math.Ceiling((longitude - halfWidth + 180) / Grid.ColumnDegrees - 0.5);
        var last = (int)Math.Floor((longitude + halfWidth + 180) / Grid.ColumnDegrees - 0.5);
        return RowSpan.Of(first, last - first + 1);
    }
}
