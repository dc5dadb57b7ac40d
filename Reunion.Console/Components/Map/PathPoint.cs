using System.Text.Json.Serialization;
using Reunion.Core.Geography;

namespace Reunion.Console.Components.Map;

/// <summary>A point of a path; the label says when.</summary>
public sealed record PathPoint([property: JsonIgnore] GeoPoint Point, string Label)
{
    public double Lat => Point.Latitude;

    public double Lon => Point.Longitude;
}
