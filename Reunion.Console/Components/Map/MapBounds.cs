using Reunion.Core.Geography;

namespace Reunion.Console.Components.Map;

/// <summary>A box in degrees; east may run past 180 across the antimeridian.</summary>
public sealed record MapBounds(double South, double West, double North, double East)
{
    /// <summary>China with its coasts: what a map shows when nothing else is said.</summary>
    public static MapBounds China { get; } = new(18, 74, 53, 135);

    /// <summary>The box round a circle, with a margin for labels.</summary>
    public static MapBounds Around(GeoPoint centre, double radiusMetres)
    {
        var outline = CircleOutline.Of(centre, radiusMetres * 1.1, 36);
        return new(
            outline.Min(p => p.Latitude), outline.Min(p => p.Longitude),
            outline.Max(p => p.Latitude), outline.Max(p => p.Longitude));
    }

    /// <summary>The box round both boxes.</summary>
    public MapBounds With(MapBounds other) => new(
        Math.Min(South, other.South), Math.Min(West, other.West), Math.Max(North, other.North), Math.Max(East, other.East));
}
