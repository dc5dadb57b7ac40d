using System.Text.Json.Serialization;

namespace Reunion.Console.Components.Map;

/// <summary>What a marker stands for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MarkerKind>))]
public enum MarkerKind
{
    /// <summary>The child, with the photo.</summary>
    [JsonStringEnumMemberName("child")]
    Child,

    /// <summary>Where the child was last seen.</summary>
    [JsonStringEnumMemberName("lastSeen")]
    LastSeen,

    /// <summary>A verified sighting.</summary>
    [JsonStringEnumMemberName("sighting")]
    Sighting,
}
