namespace Reunion.Core.Photos;

/// <summary>Reads the first bytes of a file.</summary>
internal static class PhotoSignature
{
    private const int ScansAtMost = 100;

    /// <summary>What kind of file this is by its content.</summary>
    public static PhotoFormat FormatOf(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return PhotoFormat.Jpeg;
        if (file.StartsWith((ReadOnlySpan<byte>)[0x89, .. "PNG\r\n"u8, 0x1A, 0x0A]))
            return PhotoFormat.Png;
        if (file.Length >= 12 && file.StartsWith("RIFF"u8) && file[8..].StartsWith("WEBP"u8))
            return PhotoFormat.Webp;
        var isOther = file.StartsWith("GIF8"u8) || file.StartsWith("BM"u8) || file.StartsWith("II*\0"u8) || file.StartsWith("MM\0*"u8)
            || file.StartsWith((ReadOnlySpan<byte>)[0, 0, 1, 0]) || (file.Length >= 12 && file[4..].StartsWith("ftyp"u8));
        return isOther ? PhotoFormat.Other : PhotoFormat.Unknown;
    }

    /// <summary>Whether a JPEG asks to be painted over so often that decoding it would take minutes; cameras do ten times or so.</summary>
    public static bool HasTooManyScans(ReadOnlySpan<byte> jpeg)
    {
        ReadOnlySpan<byte> startOfScan = [0xFF, 0xDA];
        for (var scans = 0; jpeg.IndexOf(startOfScan) is >= 0 and var at; jpeg = jpeg[(at + 2)..])
            if (++scans > ScansAtMost)
                return true;
        return false;
    }
}
