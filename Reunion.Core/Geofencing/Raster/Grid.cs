namespace Reunion.Core.Geofencing;

/// <summary>The grid that positions are kept on: 2²⁰ rows of latitude and 2²¹ columns of longitude, 19 m a cell at the equator.</summary>
internal static class Grid
{
    public const int RowBits = 20;
    public const int ColumnBits = 21;
    public const int Rows = 1 << RowBits;
    public const int Columns = 1 << ColumnBits;
    public const double RowDegrees = 180.0 / Rows;
    public const double ColumnDegrees = 360.0 / Columns;

    /// <summary>More than half of a cell's diagonal: a disc of this radius holds the middle of the cell that its centre lies in.</summary>
    public const double CellReachMetres = 14;

    public static int RowOf(double latitude) => Math.Clamp((int)((latitude + 90) / RowDegrees), 0, Rows - 1);

    public static int ColumnOf(double longitude) => (int)((longitude + 180) / ColumnDegrees) & (Columns - 1);

    public static double LatitudeOf(int row) => (row + 0.5) * RowDegrees - 90;

    public static double LongitudeOf(int column) => (column + 0.5) * ColumnDegrees - 180;
}
