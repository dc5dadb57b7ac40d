namespace Reunion.Console.Api.Presence;

/// <summary>
/// Reads lines of the form that nearly all have, several times as fast as by a JSON reader:
/// <c>{"device":"16 hex digits","lat":number,"lon":number,"at":"YYYY-MM-DDTHH:MM:SSZ"}</c>.
/// </summary>
internal static class CommonLine
{
    private const int DeviceDigits = 16;
    private const int TimeLetters = 20;

    /// <summary>Reads a line, exactly as <see cref="PositionLine"/> does.</summary>
    /// <returns>False when the line may be valid in another form, or not at all: that is not for here to tell.</returns>
    public static bool TryRead(ReadOnlySpan<byte> line, out ulong device, out double latitude, out double longitude, out long unixSeconds)
    {
        (device, latitude, longitude, unixSeconds) = (0, 0, 0, 0);
        if (line is [.., (byte)'\r'])
            line = line[..^1];
        return TrySkip(ref line, "{\"device\":\""u8)
            && line.Length > DeviceDigits && DeviceNumber.TryParse(line[..DeviceDigits], out device)
            && TrySkip(ref line, DeviceDigits) && TrySkip(ref line, "\",\"lat\":"u8)
            && PlainNumber.TryTake(ref line, out latitude)
            && TrySkip(ref line, ",\"lon\":"u8)
            && PlainNumber.TryTake(ref line, out longitude)
            && TrySkip(ref line, ",\"at\":\""u8)
            && line.Length > TimeLetters && PlainInstant.TryRead(line[..TimeLetters], out unixSeconds)
            && line[TimeLetters..].SequenceEqual("\"}"u8);
    }

    private static bool TrySkip(ref ReadOnlySpan<byte> line, ReadOnlySpan<byte> text)
    {
        if (!line.StartsWith(text))
            return false;
        line = line[text.Length..];
        return true;
    }

    private static bool TrySkip(ref ReadOnlySpan<byte> line, int letters)
    {
        line = line[letters..];
        return true;
    }
}
