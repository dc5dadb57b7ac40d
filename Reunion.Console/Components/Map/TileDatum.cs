using System.Text.Json.Serialization;

namespace Reunion.Console.Components.Map;

/// <summary>The datum that configured map tiles are drawn in.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TileDatum>))]
public enum TileDatum
{
    [JsonStringEnumMemberName("wgs84")]
    Wgs84,

    [JsonStringEnumMemberName("gcj02")]
    Gcj02,

    [JsonStringEnumMemberName("bd09")]
    Bd09,
}
