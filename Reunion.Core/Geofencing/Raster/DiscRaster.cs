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
    public static FenceRaster Of(GeoPoint centre, double radiusMetres)
    {
        // A disc smaller than a cell still holds the cell of its centre.
        var radius = Math.Max(radiusMetres, Grid.CellReachMetres);
        var edge = new DiscEdge(centre, radius);
        var firstRow = Grid.RowOf(edge.SouthLatitude);
        var lastRow = Grid.RowOf(edge.NorthLatitude);

        var builder = new RasterBuilder(firstRow, lastRow - firstRow + 1);
        for (var row = firstRow; row <= lastRow; row++)
        {
            var halfWidth = edge.HalfWidthDegrees(Grid.LatitudeOf(row));
            if (halfWidth >= 180)
                builder.Add(RowSpan.Of(0, Grid.Columns));
            else if (halfWidth >= 0)
                AddSpan(builder, centre.Longitude, halfWidth);
            builder.EndRow();
        }
        return builder.Build();
    }

    private static void AddSpan(RasterBuilder builder, double longitude, double halfWidth)
    {
        var first = (long)Math.Ceiling((longitude - halfWidth + 180) / Grid.ColumnDegrees - 0.5);
        var last = (long)Math.Floor((longitude + halfWidth + 180) / Grid.ColumnDegrees - 0.5);
        if (last >= first)
            builder.Add(RowSpan.Of(first, last - first + 1));
    }
}
