using System.Text.Json.Serialization;
using Reunion.Core.Geography;

namespace Reunion.Console.Components.Map;

/// <summary>A marked place; the label is its accessible name and tooltip.</summary>
public sealed record MarkerLayer(string Id, [property: JsonIgnore] GeoPoint Point, MarkerKind Marker, string Label) : MapLayer(Id)
{
    /// <summary>The child's photo, for <see cref="MarkerKind.Child"/>.</summary>
    public string? PhotoUrl { get; init; }

    public double Lat => Point.Latitude;

    public double Lon => Point.Longitude;
}
