namespace Reunion.Core.Geofencing;

/// <summary>What all tiles of a class have in common: which shapes hold every cell of them, and which hold some.</summary>
/// <param name="Inside">A bit for each shape that holds the whole tile.</param>
/// <param name="Edge">A bit for each shape that holds a part of it: a position there is looked up in the shape's rows.</param>
internal readonly record struct TileClass(ulong Inside, ulong Edge);
