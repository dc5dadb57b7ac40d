using Reunion.Core.Geography;

namespace Reunion.Core.Geofencing;

/// <summary>
/// A number that grows with the distance from a point, as cheap as a sweep needs it: the square of the sine of half the arc, which is the sum of
/// a part that depends on the row alone and one that is the column's times another function of the row. Both functions are polynomials.
/// </summary>
/// <remarks>
/// It is nearly the same everywhere on a disc's edge, and <see cref="DiscSieve"/> measures how nearly. Computed in single precision, with
/// exactly the operations of the sweep. Immutable.
/// </remarks>
internal sealed class DiscMeasure
{
    public const int RowsPerBlock = Grid.Rows >> PackedPosition.UpperBits;
    public const int ColumnsPerBlock = Grid.Columns >> PackedPosition.UpperBits;

    /// <summary>Coefficients of each polynomial, one more than its degree.</summary>
    public const int Terms = 6;

    private const double RadiansPerBlock = 2 * Math.PI / (1 << PackedPosition.UpperBits);

    private DiscMeasure(float scale, float offset, float[] ofRow, float[] ofColumn) =>
        (Scale, Offset, OfRow, OfColumn) = (scale, offset, ofRow, ofColumn);

    /// <summary>What a row of blocks is multiplied by, before <see cref="Offset"/> is added, to run from −1 to 1.</summary>
    public float Scale { get; }

    public float Offset { get; }

    /// <summary>The row's own part; the constant first.</summary>
    public float[] OfRow { get; }

    /// <summary>What the column's part is multiplied by; the constant first.</summary>
    public float[] OfColumn { get; }

    /// <summary>What the square of a column's distance, in 65,536ths of a block, is multiplied by for the second term of the sine's square.</summary>
    public static float Bend { get; } = (float)(-Math.Pow(RadiansPerBlock / (1 << PackedPosition.UpperBits), 2) / 12);

    /// <summary>Fits the measure to the largest disc around a point.</summary>
    /// <param name="centre">The point.</param>
    /// <param name="raster">The disc, with one span a row.</param>
    /// <param name="radiusMetres">Its radius.</param>
    public static DiscMeasure Fit(GeoPoint centre, FenceRaster raster, double radiusMetres)
    {
        var first = raster.FirstRow / RowsPerBlock;
        var last = (raster.FirstRow + raster.RowCount - 1) / RowsPerBlock;
        var half = Math.Max(0.5, (last - first) / 2.0);
        var middle = (first + last) / 2.0;
        var (rowValues, columnValues) = (new double[Terms], new double[Terms]);
        var points = new double[Terms];
        var edge = Measure(radiusMetres);
        for (var i = 0; i < Terms; i++)
        {
            // Chebyshev's points, where a polynomial swings least between them.
            points[i] = Math.Cos(Math.PI * (2 * i + 1) / (2 * Terms));
            var row = (middle + points[i] * half + 0.5) * RowsPerBlock - 0.5;
            var latitude = Math.Clamp((row + 0.5) * Grid.RowDegrees - 90, -90, 90);
            rowValues[i] = Measure(GeodesicInverse.DistanceMetres(centre.Latitude, latitude, 0));
            var span = raster.Spans[Math.Clamp((int)Math.Round(row) - raster.FirstRow, 0, raster.RowCount - 1)];
            var square = Math.Pow(span.Columns / 2.0 / ColumnsPerBlock * (1 << PackedPosition.UpperBits), 2);
            columnValues[i] = Math.Max(0, edge - rowValues[i]) / Math.Max(1, square * (1 + Bend * square));
        }
        return new DiscMeasure((float)(1 / half), (float)(-middle / half), Through(points, rowValues), Through(points, columnValues));
    }

    /// <summary>The measure of blocks.</summary>
    /// <param name="row">The row of blocks.</param>
    /// <param name="columns">How far the block's middle is from the centre's column, in blocks.</param>
    public float At(float row, double columns)
    {
        var column = (float)(columns * (1 << PackedPosition.UpperBits));
        var square = column * column;
        var x = MathF.FusedMultiplyAdd(row, Scale, Offset);
        float rowPart = OfRow[Terms - 1], columnFactor = OfColumn[Terms - 1];
        for (var i = Terms - 2; i >= 0; i--)
        {
            rowPart = MathF.FusedMultiplyAdd(rowPart, x, OfRow[i]);
            columnFactor = MathF.FusedMultiplyAdd(columnFactor, x, OfColumn[i]);
        }
        return MathF.FusedMultiplyAdd(MathF.FusedMultiplyAdd(square * Bend, square, square), columnFactor, rowPart);
    }

    private static double Measure(double metres) => Math.Pow(Math.Sin(metres / (2 * GeodesicInverse.QuarterMetres * 2 / Math.PI)), 2);

    /// <summary>The polynomial through some points: Newton's divided differences, multiplied out.</summary>
    private static float[] Through(double[] points, double[] values)
    {
        for (var order = 1; order < Terms; order++)
        {
            for (var i = Terms - 1; i >= order; i--)
                values[i] = (values[i] - values[i - 1]) / (points[i] - points[i - order]);
        }
        var coefficients = new double[Terms];
        for (var i = Terms - 1; i >= 0; i--)
        {
            for (var power = Terms - 1; power > 0; power--)
                coefficients[power] = coefficients[power - 1] - points[i] * coefficients[power];
            coefficients[0] = values[i] - points[i] * coefficients[0];
        }
        return Array.ConvertAll(coefficients, value => (float)value);
    }
}
