using System.Text.Json.Serialization;

namespace Reunion.Console.Components.Map;

/// <summary>How a circle is drawn.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CircleStyle>))]
public enum CircleStyle
{
    /// <summary>Crisp edge, lightly filled: the circle as it stands.</summary>
    [JsonStringEnumMemberName("filled")]
    Filled,

    /// <summary>A thin line: rings sent before.</summary>
    [JsonStringEnumMemberName("thin")]
    Thin,

    /// <summary>A dashed line: the ring to come.</summary>
    [JsonStringEnumMemberName("dashed")]
    Dashed,
}
