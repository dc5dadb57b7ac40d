namespace Reunion.Core.Geofencing;

/// <summary>
/// A run of columns in one row, both ends included. A position word is inside when its column, moved to the top of the word,
/// less <see cref="First"/> is not above <see cref="Reach"/>: unsigned arithmetic carries it across the antimeridian.
/// </summary>
internal readonly record struct RowSpan(ulong First, ulong Reach)
{
    private const int Shift = 64 - Grid.ColumnBits;

    /// <summary>No column: it would take a word without flags, and those of known positions have some.</summary>
    public static RowSpan Nothing => default;

    /// <summary>A span from a column, any whole number, over 1 to 2²¹ columns.</summary>
    public static RowSpan Of(long firstColumn, long columns) =>
        columns >= Grid.Columns
            ? new RowSpan(0, ulong.MaxValue)
            : new RowSpan((ulong)firstColumn << Shift, ((ulong)columns << Shift) - 1);

    public int FirstColumn => (int)(First >> Shift);

    public int Columns => (int)(Reach >> Shift) + 1;
}
