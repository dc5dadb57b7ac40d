using System.Text.Json.Serialization;
using Reunion.Core.Geography;

namespace Reunion.Console.Components.Map;

/// <summary>A tip's dot, or a heap of tips; those that would lie on each other are shown as one with their number.</summary>
public sealed record TipLayer(string Id, [property: JsonIgnore] GeoPoint Point, TipTone State, string Label) : MapLayer(Id)
{
    /// <summary>How many tips it stands for: more than one make a heap, a disc with the number that a click goes nearer to.</summary>
    public int Count { get; init; } = 1;

    /// <summary>The box round a heap's tips, which a click brings into view; without one it goes two steps nearer.</summary>
    public MapBounds? Bounds { get; init; }

    public double Lat => Point.Latitude;

    public double Lon => Point.Longitude;
}
