namespace Reunion.Core.Geofencing;

/// <summary>Phones by cell of a coarse grid. One worker's; not thread-safe.</summary>
internal sealed class DensityMap
{
    /// <summary>The fine grid is looked up by blocks of 16 × 16 cells: 300 m is near enough for a map of densities.</summary>
    private const int Coarse = 4;

    private readonly double _cellDegrees;
    private readonly int _across;
    private readonly int[] _rows = new int[Grid.Rows >> Coarse];
    private readonly int[] _columns = new int[Grid.Columns >> Coarse];
    private readonly long[] _counts;

    public DensityMap(double cellDegrees)
    {
        _cellDegrees = cellDegrees;
        _across = (int)Math.Ceiling(360 / cellDegrees);
        for (var i = 0; i < _rows.Length; i++)
            _rows[i] = (int)((i + 0.5) * (Grid.RowDegrees * (1 << Coarse)) / cellDegrees);
        for (var i = 0; i < _columns.Length; i++)
            _columns[i] = (int)((i + 0.5) * (Grid.ColumnDegrees * (1 << Coarse)) / cellDegrees);
        _counts = new long[(_rows[^1] + 1) * _across];
    }

    public void Add(Segment segment, Freshness fresh)
    {
        for (var slot = 0; slot < segment.Capacity; slot++)
        {
            var word = segment.WordAt(slot);
            if (fresh.IsFresh(word))
                _counts[_rows[PackedPosition.RowOf(word) >> Coarse] * _across + _columns[PackedPosition.ColumnOf(word) >> Coarse]]++;
        }
    }

    public static IReadOnlyList<DensityCell> Cells(IReadOnlyList<DensityMap> parts, int minimumPhones)
    {
        var first = parts[0];
        var cells = new List<DensityCell>();
        for (var i = 0; i < first._counts.Length; i++)
        {
            var phones = parts.Sum(part => part._counts[i]);
            if (phones >= minimumPhones)
                cells.Add(new DensityCell(
                    i / first._across * first._cellDegrees - 90, i % first._across * first._cellDegrees - 180, first._cellDegrees, phones));
        }
        return cells;
    }
}
