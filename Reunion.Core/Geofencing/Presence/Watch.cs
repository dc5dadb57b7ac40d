namespace Reunion.Core.Geofencing;

/// <summary>Up to 64 watched circles, and the map that tells which of them hold a position. Immutable and thread-safe.</summary>
internal sealed class Watch(WatchedCircle[] circles)
{
    /// <summary>The circles, in the order of the map's shapes.</summary>
    public WatchedCircle[] Circles { get; } = circles;

    public TileMap Map { get; } = TileMapBuilder.Of(Array.ConvertAll(circles, circle => circle.Raster));
}
