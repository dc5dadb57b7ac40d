using System.Text.Json.Serialization;

namespace Reunion.Console.Components.Map;

/// <summary>A map's theme where it differs from the page's.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MapTheme>))]
public enum MapTheme
{
    [JsonStringEnumMemberName("dark")]
    Dark,

    [JsonStringEnumMemberName("light")]
    Light,
}
