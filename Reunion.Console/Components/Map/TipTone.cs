using System.Text.Json.Serialization;

namespace Reunion.Console.Components.Map;

/// <summary>A tip's review as its dot's colour.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TipTone>))]
public enum TipTone
{
    [JsonStringEnumMemberName("new")]
    New,

    [JsonStringEnumMemberName("inReview")]
    InReview,

    [JsonStringEnumMemberName("verified")]
    Verified,

    [JsonStringEnumMemberName("dismissed")]
    Dismissed,

    [JsonStringEnumMemberName("duplicate")]
    Duplicate,
}
