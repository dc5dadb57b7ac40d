namespace Reunion.Core.Geofencing;

/// <summary>Makes tile maps of rasters.</summary>
internal static class TileMapBuilder
{
    /// <summary>Tiles along a side for one shape, as a power of two: their classes stay in the processor's nearest caches.</summary>
    private const int OneSideBits = 8;

    /// <summary>For several shapes: smaller tiles, so that edges pass through few of them.</summary>
    private const int SeveralSideBits = 9;

    public static TileMap Of(FenceRaster[] rasters)
    {
        for (var sideBits = rasters.Length == 1 ? OneSideBits : SeveralSideBits; ; sideBits--)
        {
            if (TryBuild(rasters, BoxAround(rasters, sideBits)) is { } map)
                return map;
        }
    }

    private static TileBox BoxAround(FenceRaster[] rasters, int sideBits)
    {
        var firstRow = rasters.Min(raster => raster.FirstRow);
        var rows = rasters.Max(raster => raster.FirstRow + raster.RowCount) - firstRow;
        var (firstColumn, columns) = ColumnBox.Around(rasters);
        return new TileBox(firstRow, rows, firstColumn, columns, sideBits);
    }

    /// <summary>Numbers the combinations of shapes that occur; null when there are too many to number.</summary>
    private static TileMap? TryBuild(FenceRaster[] rasters, TileBox box)
    {
        var numbers = new Dictionary<TileClass, int> { [default] = 0 };
        var tiles = new int[box.TileCount];
        var (row, cover) = (new TileRow(box.TileColumns), new TileCover(box));
        for (var tileRow = 0; tileRow < box.TileRows; tileRow++)
        {
            for (var i = 0; i < rasters.Length; i++)
                cover.Enter(row, tileRow, rasters[i], 1UL << i);
            var first = tileRow << box.StrideBits;
            row.Drain((from, end, tile) =>
            {
                if (!numbers.TryGetValue(tile, out var number))
                    numbers[tile] = number = numbers.Count;
                tiles.AsSpan(first + from, end - from).Fill(number);
            });
        }
        return numbers.Count <= ushort.MaxValue ? Numbered(rasters, box, tiles, numbers) : null;
    }

    /// <summary>Numbers the classes anew, those without edges first.</summary>
    private static TileMap Numbered(FenceRaster[] rasters, TileBox box, int[] tiles, Dictionary<TileClass, int> numbers)
    {
        TileClass[] classes = [.. numbers.Keys.OrderBy(tile => tile.Edge != 0)];
        var places = new ushort[classes.Length];
        for (var i = 0; i < classes.Length; i++)
            places[numbers[classes[i]]] = (ushort)i;
        return new TileMap(
            box, Array.ConvertAll(tiles, number => places[number]), classes, classes.Count(tile => tile.Edge == 0), rasters);
    }
}
