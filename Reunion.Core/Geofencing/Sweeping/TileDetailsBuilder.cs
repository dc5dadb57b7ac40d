namespace Reunion.Core.Geofencing;

/// <summary>Cuts the tiles of a map that edges pass through finer. Not thread-safe.</summary>
internal sealed class TileDetailsBuilder
{
    private readonly TileBox _box;
    private readonly TileBox _fine;
    private readonly int _rowBits;
    private readonly int _columnBits;
    private readonly int[] _places;
    private readonly int[] _numbers;

    /// <param name="box">The tiles.</param>
    /// <param name="fine">The same box in finer ones.</param>
    /// <param name="tiles">The number of each tile's class.</param>
    /// <param name="hasEdge">For each number whether an edge passes through such tiles.</param>
    public TileDetailsBuilder(TileBox box, TileBox fine, int[] tiles, bool[] hasEdge)
    {
        (_box, _fine) = (box, fine);
        (_rowBits, _columnBits) = TileDetails.PartBits(box, fine);
        _places = new int[tiles.Length];
        var edges = 0;
        for (var i = 0; i < tiles.Length; i++)
            _places[i] = hasEdge[tiles[i]] ? edges++ : -1;
        _numbers = new int[edges << (_rowBits + _columnBits)];
    }

    /// <summary>Enters what the parts of these tiles lie in.</summary>
    /// <param name="rasters">The shapes.</param>
    /// <param name="numberOf">The number of a class, a new one if need be.</param>
    public void Fill(FenceRaster[] rasters, Func<TileClass, int> numberOf)
    {
        var (row, cover) = (new TileRow(_fine.TileColumns), new TileCover(_fine));
        for (var fineRow = 0; fineRow < _fine.TileRows; fineRow++)
        {
            var places = _places.AsSpan((fineRow >> _rowBits) << _box.StrideBits, _box.TileColumns);
            if (places.IndexOfAnyInRange(0, int.MaxValue) < 0)
                continue;
            var rowOfPart = fineRow & ((1 << _rowBits) - 1);
            cover.EnterAll(row, fineRow, rasters);
            row.Drain((from, end, tile) => Enter(from, end, fineRow >> _rowBits, rowOfPart, numberOf(tile)));
        }
    }

    /// <summary>The details, when all classes have their final places.</summary>
    public TileDetails Build(ushort[] places) => new(_box, _fine, _places, Array.ConvertAll(_numbers, number => places[number]));

    private void Enter(int from, int end, int tileRow, int rowOfPart, int number)
    {
        var parts = 1 << _columnBits;
        var places = _places.AsSpan(tileRow << _box.StrideBits, _box.TileColumns);
        for (var column = from >> _columnBits; column <= (end - 1) >> _columnBits; column++)
        {
            if (places[column] < 0)
                continue;
            var first = Math.Max(from, column << _columnBits) & (parts - 1);
            var behind = Math.Min(end - (column << _columnBits), parts);
            _numbers.AsSpan((((places[column] << _rowBits) | rowOfPart) << _columnBits) | first, behind - first).Fill(number);
        }
    }
}
