namespace Reunion.Core.Geofencing;

/// <summary>A run of columns in one row, from the first one eastward, also across the antimeridian.</summary>
/// <param name="First">The westernmost column, 0 to 2²¹ − 1.</param>
/// <param name="Columns">How many; 0 for none.</param>
internal readonly record struct RowSpan(int First, int Columns)
{
    public static RowSpan Nothing => default;

    public static RowSpan WholeRow => new(0, Grid.Columns);

    public bool IsWholeRow => Columns == Grid.Columns;

    /// <summary>A span from a column, any whole number, over any number of columns.</summary>
    public static RowSpan Of(long first, long columns) => columns >= Grid.Columns
        ? WholeRow
        : columns <= 0 ? Nothing : new RowSpan((int)(first & (Grid.Columns - 1)), (int)columns);

    public bool Contains(int column) => ((column - First) & (Grid.Columns - 1)) < Columns;
}
