using System.Text.Json.Serialization;
using Reunion.Core.Geography;

namespace Reunion.Console.Components.Map;

/// <summary>A grip by which circles are moved, with the pointer or the arrow keys; a line shows from where.</summary>
public sealed record HandleLayer(
    string Id,
    [property: JsonIgnore] GeoPoint Point,
    [property: JsonIgnore] GeoPoint From,
    IReadOnlyList<string> Circles,
    CircleTone Tone,
    string Label) : MapLayer(Id)
{
    public double Lat => Point.Latitude;

    public double Lon => Point.Longitude;

    public double FromLat => From.Latitude;

    public double FromLon => From.Longitude;

    public bool Equals(HandleLayer? other) => other is not null
        && (Id, Point, From, Tone, Label) == (other.Id, other.Point, other.From, other.Tone, other.Label) && Circles.SequenceEqual(other.Circles);

    public override int GetHashCode() => HashCode.Combine(Id, Point);
}
