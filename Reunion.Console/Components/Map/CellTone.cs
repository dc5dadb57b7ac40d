using System.Text.Json.Serialization;

namespace Reunion.Console.Components.Map;

/// <summary>What shaded cells stand for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CellTone>))]
public enum CellTone
{
    /// <summary>Phones: five levels of one hue.</summary>
    [JsonStringEnumMemberName("density")]
    Density,

    /// <summary>People whom nobody reaches: one level of a second hue, with an edge.</summary>
    [JsonStringEnumMemberName("gap")]
    Gap,
}
