using Reunion.Core.Geography;

namespace Reunion.Core.Geofencing;

/// <summary>The columns at which a closed line crosses the middles of rows.</summary>
/// <remarks>
/// A line that winds around the earth, or back and forth over the meridian that it began on, crosses a column once a turn;
/// all turns are laid over each other, so that two crossings at the same place undo each other.
/// </remarks>
internal sealed class RowCrossings
{
    private readonly int[] _ends;
    private readonly int[] _columns;
    private readonly bool[] _beginsInside;

    public RowCrossings(IReadOnlyList<OutlinePoint> line, int firstRow, int rows)
    {
        _beginsInside = new bool[rows];
        _ends = new int[rows + 1];
        var steps = new int[rows + 1];
        for (var i = 1; i < line.Count; i++)
        {
            var (first, last) = RowsBetween(line[i - 1].Latitude, line[i].Latitude);
            if (last < first)
                continue;
            steps[first - firstRow]++;
            steps[last - firstRow + 1]--;
        }
        for (int row = 0, depth = 0; row < rows; row++)
            _ends[row + 1] = checked(_ends[row] + (depth += steps[row]));

        // Filled from the front, so that each row's end is where the next one began.
        _columns = new int[_ends[rows]];
        for (var i = 1; i < line.Count; i++)
            Add(line[i - 1], line[i], firstRow);
        for (var row = 0; row < rows; row++)
            _columns.AsSpan(Start(row).._ends[row]).Sort();
    }

    /// <summary>In ascending order; an even number of those at one column is none.</summary>
    public ReadOnlySpan<int> Of(int row) => _columns.AsSpan(Start(row).._ends[row]);

    /// <summary>Whether the first column is inside before any crossing.</summary>
    public bool BeginsInside(int row) => _beginsInside[row];

    private int Start(int row) => row == 0 ? 0 : _ends[row - 1];

    /// <summary>The rows whose middle lies above the lower latitude and not above the upper one, so that ends count once.</summary>
    private static (int First, int Last) RowsBetween(double a, double b)
    {
        var first = (int)Math.Floor((Math.Min(a, b) + 90) / Grid.RowDegrees - 0.5) + 1;
        return (first, Math.Min(Grid.Rows - 1, (int)Math.Floor((Math.Max(a, b) + 90) / Grid.RowDegrees - 0.5)));
    }

    private void Add(OutlinePoint from, OutlinePoint to, int firstRow)
    {
        var (first, last) = RowsBetween(from.Latitude, to.Latitude);
        var slope = (to.Longitude - from.Longitude) / (to.Latitude - from.Latitude);
        for (var row = first; row <= last; row++)
        {
            var longitude = from.Longitude + slope * (Grid.LatitudeOf(row) - from.Latitude);
            // The first column whose middle is not west of the crossing.
            var column = (long)Math.Ceiling((longitude + 180) / Grid.ColumnDegrees - 0.5);
            _columns[_ends[row - firstRow]++] = (int)(column & (Grid.Columns - 1));
            _beginsInside[row - firstRow] ^= (column >> Grid.ColumnBits & 1) != 0;
        }
    }
}
