using System.Text.Json.Serialization;
using Reunion.Core.Geography;

namespace Reunion.Console.Components.Map;

/// <summary>A tip's dot; tips that lie on each other are shown as one with their number.</summary>
public sealed record TipLayer(string Id, [property: JsonIgnore] GeoPoint Point, TipTone State, string Label) : MapLayer(Id)
{
    public double Lat => Point.Latitude;

    public double Lon => Point.Longitude;
}
