using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reunion.Core.Common.Text;

/// <summary>Writes an instant as RFC 3339 in UTC with milliseconds, <c>2026-11-23T08:00:00.000Z</c>; reads any offset.</summary>
internal sealed class UtcInstantConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDateTimeOffset().ToUniversalTime();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
}
