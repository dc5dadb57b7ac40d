namespace Reunion.Console.Api.Presence;

/// <summary>A partner's number for a phone as text: 16 lower-case hex digits.</summary>
internal static class DeviceNumber
{
    private const int Digits = 16;

    /// <summary>Reads the text, and nothing but that exact form.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out ulong device)
    {
        device = 0;
        if (text.Length != Digits)
            return false;
        foreach (var letter in text)
        {
            int digit;
            if (letter is >= (byte)'0' and <= (byte)'9')
                digit = letter - '0';
            else if (letter is >= (byte)'a' and <= (byte)'f')
                digit = letter - 'a' + 10;
            else
                return false;
            device = (device << 4) | (uint)digit;
        }

        return device != 0;
    }
}
