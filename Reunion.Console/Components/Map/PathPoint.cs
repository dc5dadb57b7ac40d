using System.Text.Json.Serialization;
using Reunion.Core.Geography;

namespace Reunion.Console.Components.Map;

/// <summary>A point of a path; the label says when.</summary>
public sealed record PathPoint([property: JsonIgnore] GeoPoint Point, string Label)
{
    /// <summary>Whether the leg that leads here is hard to believe: dashed in the hue of danger, with a mark in its middle.</summary>
    public bool IsDoubtful { get; init; }

    /// <summary>Why it is, for example "190 km in 20 minutes": what the mark says on hovering, on focus and to screen readers.</summary>
    public string? LegLabel { get; init; }

    public double Lat => Point.Latitude;

    public double Lon => Point.Longitude;
}
