using System.Text.Json.Serialization;

namespace Reunion.Console.Components.Map;

/// <summary>What a circle's colour says.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CircleTone>))]
public enum CircleTone
{
    /// <summary>Of a live alert: red.</summary>
    [JsonStringEnumMemberName("live")]
    Live,

    /// <summary>Round a verified sighting: the second hue.</summary>
    [JsonStringEnumMemberName("sighting")]
    Sighting,

    /// <summary>Of an exercise or test: amber.</summary>
    [JsonStringEnumMemberName("drill")]
    Drill,

    /// <summary>Not issued yet: the accent.</summary>
    [JsonStringEnumMemberName("preview")]
    Preview,

    /// <summary>The ring to come, in a live alert's colour.</summary>
    [JsonStringEnumMemberName("next")]
    Next,

    /// <summary>Round tips near each other in place and time: a thin dotted ring of no colour, whatever the style.</summary>
    [JsonStringEnumMemberName("cluster")]
    Cluster,
}
