using System.Text.Json.Serialization;
using Reunion.Core.Geography;

namespace Reunion.Console.Components.Map;

/// <summary>A circle of an alert, drawn along its true edge on the ellipsoid.</summary>
public sealed record CircleLayer(
    string Id,
    [property: JsonIgnore] GeoPoint Centre,
    double RadiusMetres,
    CircleTone Tone,
    CircleStyle Style = CircleStyle.Filled) : MapLayer(Id)
{
    private const int OutlinePoints = 180;

    /// <summary>Play the pulse once, when the circle appears or grows with this set.</summary>
    public bool Pulse { get; init; }

    /// <summary>Stands at the circle's top, for example its radius.</summary>
    public string? Label { get; init; }

    /// <summary>When given, the label counts down to it.</summary>
    [JsonIgnore]
    public DateTimeOffset? DueAtUtc { get; init; }

    public double CentreLat => Centre.Latitude;

    public double CentreLon => Centre.Longitude;

    public long? DueAtMs => DueAtUtc?.ToUnixTimeMilliseconds();

    /// <summary>Latitude and longitude of the edge's points; worked out when sent, so that comparing layers stays cheap.</summary>
    public IReadOnlyList<double[]> Outline =>
        [.. CircleOutline.Of(Centre, RadiusMetres, OutlinePoints).Select(p => new[] { Math.Round(p.Latitude, 5), Math.Round(p.Longitude, 5) })];
}
