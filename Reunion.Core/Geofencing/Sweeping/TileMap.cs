using System.Numerics;

namespace Reunion.Core.Geofencing;

/// <summary>
/// Up to 64 shapes made ready for a sweep: a coarse map of tiles says at once for nearly every position which shapes hold it; only
/// where an edge passes through a tile does its finer map say so, and only beside the edge itself is the position looked up in the
/// shape's rows.
/// </summary>
/// <remarks>
/// Immutable and thread-safe. Class 0 is nowhere; classes below <see cref="FirstEdgeClass"/> need no second look. What a sweep costs
/// hardly depends on the number of shapes, only on how many positions lie near an edge.
/// </remarks>
internal sealed class TileMap
{
    /// <summary>The most shapes of one map.</summary>
    public const int MaxFences = 64;

    private readonly ushort[] _tiles;
    private readonly TileClass[] _classes;
    private readonly TileDetails _details;
    private readonly FenceRaster[] _rasters;

    internal TileMap(TileBox box, ushort[] tiles, TileClass[] classes, int firstEdgeClass, TileDetails details, FenceRaster[] rasters)
    {
        Box = box;
        _tiles = tiles;
        _classes = classes;
        FirstEdgeClass = firstEdgeClass;
        _details = details;
        _rasters = rasters;
    }

    public TileBox Box { get; }

    /// <summary>The class of each tile; <see cref="FirstEdgeClass"/> stands for all that have an edge.</summary>
    public ReadOnlySpan<ushort> Tiles => _tiles;

    public ReadOnlySpan<TileClass> Classes => _classes;

    public int FirstEdgeClass { get; }

    /// <summary>Of the tiles that edges pass through.</summary>
    public TileDetails Details => _details;

    public IReadOnlyList<FenceRaster> Rasters => _rasters;

    /// <summary>A bit for each shape that holds a position.</summary>
    public ulong HoldersOf(ulong word)
    {
        var tile = Box.TileOf(word);
        return tile < 0 ? 0 : HoldersOf(word, _classes[ClassOf(tile, word)]);
    }

    /// <summary>The same when the class of the position's tile, or part of a tile, is known.</summary>
    public ulong HoldersOf(ulong word, TileClass tile)
    {
        var holders = tile.Inside;
        for (var edges = tile.Edge; edges != 0; edges &= edges - 1)
        {
            var fence = BitOperations.TrailingZeroCount(edges);
            if (_rasters[fence].Contains(word))
                holders |= 1UL << fence;
        }
        return holders;
    }

    /// <summary>The class of a position's tile, or of its part of it.</summary>
    public int ClassOf(int tile, ulong word) => _tiles[tile] < FirstEdgeClass ? _tiles[tile] : _details.ClassOf(tile, word);
}
