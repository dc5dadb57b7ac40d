namespace Reunion.Core.Geofencing;

/// <summary>Makes tile maps of rasters.</summary>
internal static class TileMapBuilder
{
    /// <summary>Tiles along a side, as a power of two: their classes stay in the processor's nearer caches.</summary>
    private const int SideBits = 8;

    /// <summary>For several shapes: smaller tiles, so that edges pass through few of them.</summary>
    private const int SeveralSideBits = 9;

    /// <summary>How often the sides of a tile with an edge are halved for its details.</summary>
    private const int DetailBits = 3;

    public static TileMap Of(FenceRaster[] rasters)
    {
        for (var sideBits = rasters.Length == 1 ? SideBits : SeveralSideBits; ; sideBits--)
        {
            if (TryBuild(rasters, BoxAround(rasters, sideBits), BoxAround(rasters, sideBits + DetailBits)) is { } map)
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
    private static TileMap? TryBuild(FenceRaster[] rasters, TileBox box, TileBox fine)
    {
        var numbers = new Dictionary<TileClass, int> { [default] = 0 };
        var tiles = new int[box.TileCount];
        var (row, cover) = (new TileRow(box.TileColumns), new TileCover(box));
        for (var tileRow = 0; tileRow < box.TileRows; tileRow++)
        {
            var first = tileRow << box.StrideBits;
            cover.EnterAll(row, tileRow, rasters);
            row.Drain((from, end, tile) => tiles.AsSpan(first + from, end - from).Fill(NumberOf(numbers, tile)));
        }
        var details = new TileDetailsBuilder(box, fine, tiles, [.. numbers.Keys.Select(tile => tile.Edge != 0)]);
        details.Fill(rasters, tile => NumberOf(numbers, tile));
        return numbers.Count <= ushort.MaxValue ? Numbered(rasters, box, tiles, details, numbers) : null;
    }

    private static int NumberOf(Dictionary<TileClass, int> numbers, TileClass tile)
    {
        if (!numbers.TryGetValue(tile, out var number))
            numbers[tile] = number = numbers.Count;
        return number;
    }

    /// <summary>Numbers the classes anew, those without edges first.</summary>
    private static TileMap Numbered(
        FenceRaster[] rasters, TileBox box, int[] tiles, TileDetailsBuilder details, Dictionary<TileClass, int> numbers)
    {
        TileClass[] classes = [.. numbers.Keys.OrderBy(tile => tile.Edge != 0)];
        var places = new ushort[classes.Length];
        for (var i = 0; i < classes.Length; i++)
            places[numbers[classes[i]]] = (ushort)i;
        var firstEdge = (ushort)classes.Count(tile => tile.Edge == 0);
        return new TileMap(
            box, Array.ConvertAll(tiles, number => Math.Min(places[number], firstEdge)), classes, firstEdge, details.Build(places), rasters);
    }
}
