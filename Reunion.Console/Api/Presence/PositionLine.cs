using System.Text.Json;
using Reunion.Core.Geofencing.Traffic;

namespace Reunion.Console.Api.Presence;

/// <summary>Reads one JSON line of any form without making garbage; see <see cref="CommonLine"/> for those of the usual form.</summary>
internal static class PositionLine
{
    private const int LongestValue = 96;
    private const int DeviceDigits = 16;

    /// <summary>Adds the line's position, or what is wrong with it. Members that are not known are skipped.</summary>
    public static void Read(ReadOnlySpan<byte> line, PositionBatch batch)
    {
        (ulong? Device, double? Lat, double? Lon, DateTimeOffset? At) found = default;
        try
        {
            var reader = new Utf8JsonReader(line);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                throw new JsonException();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("device"u8))
                    found.Device = Device(ref reader);
                else if (reader.ValueTextEquals("lat"u8))
                    found.Lat = Number(ref reader);
                else if (reader.ValueTextEquals("lon"u8))
                    found.Lon = Number(ref reader);
                else if (reader.ValueTextEquals("at"u8))
                    found.At = Instant(ref reader);
                else
                    reader.Skip();
            }

            // Anything after the object throws.
            reader.Read();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            batch.Refuse(PositionFate.Malformed);
            return;
        }

        if (found is ({ } device, { } lat, { } lon, { } at))
            batch.Add(device, lat, lon, at);
        else
            batch.Refuse(PositionFate.Malformed);
    }

    // A device that is there but no such number is 0, which is refused by name.
    private static ulong Device(ref Utf8JsonReader reader)
    {
        reader.Read();
        Span<byte> text = stackalloc byte[LongestValue];
        if (reader.TokenType != JsonTokenType.String || !Fits(ref reader) || reader.CopyString(text) != DeviceDigits)
        {
            reader.Skip();
            return 0;
        }

        return DeviceNumber.TryParse(text[..DeviceDigits], out var device) ? device : 0;
    }

    private static double? Number(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var number))
            return number;
        reader.Skip();
        return null;
    }

    private static DateTimeOffset? Instant(ref Utf8JsonReader reader)
    {
        reader.Read();
        Span<byte> text = stackalloc byte[LongestValue];
        if (reader.TokenType == JsonTokenType.String && Fits(ref reader) && HasOffset(text[..reader.CopyString(text)])
            && reader.TryGetDateTimeOffset(out var at))
            return at;
        reader.Skip();
        return null;
    }

    private static bool Fits(ref Utf8JsonReader reader) =>
        (reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length) <= LongestValue;

    // Without one the time would be read as this machine's local time.
    private static bool HasOffset(ReadOnlySpan<byte> text) =>
        text is [.., (byte)'Z'] || text is [.., (byte)'+' or (byte)'-', _, _, (byte)':', _, _];
}
