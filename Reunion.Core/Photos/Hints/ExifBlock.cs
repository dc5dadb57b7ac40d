using System.Buffers.Binary;

namespace Reunion.Core.Photos.Hints;

/// <summary>Finds the EXIF block of a photo without reading anything else of it, so that nothing else can do harm.</summary>
internal static class ExifBlock
{
    // A JPEG cannot hold a longer one, and cameras write no longer one elsewhere.
    private const int LongestBytes = 65_536;

    private const int MostSteps = 1_000;

    /// <summary>The TIFF structure in the first EXIF block; empty when there is none or it is longer than 64 KB.</summary>
    public static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> photo)
    {
        var block = PhotoSignature.FormatOf(photo) switch
        {
            PhotoFormat.Jpeg => InJpeg(photo[2..]),
            PhotoFormat.Png => InPng(photo[8..]),
            PhotoFormat.Webp => InWebp(photo[12..]),
            _ => [],
        };
        return block.Length > LongestBytes ? [] : block;
    }

    private static ReadOnlySpan<byte> InJpeg(ReadOnlySpan<byte> rest)
    {
        for (var step = 0; step < MostSteps && rest.Length >= 4 && rest[0] == 0xFF && rest[1] is not (0xD9 or 0xDA); step++)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(rest[2..]);
            if (length < 2 || length + 2 > rest.Length)
                return [];
            var segment = rest.Slice(4, length - 2);
            if (rest[1] == 0xE1 && segment.StartsWith("Exif\0\0"u8))
                return segment[6..];
            rest = rest[(length + 2)..];
        }

        return [];
    }

    private static ReadOnlySpan<byte> InPng(ReadOnlySpan<byte> rest)
    {
        // Length, type, data, checksum.
        for (var step = 0; step < MostSteps && rest.Length >= 12; step++)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > rest.Length - 12)
                return [];
            if (rest[4..].StartsWith("eXIf"u8))
                return rest.Slice(8, (int)length);
            rest = rest[((int)length + 12)..];
        }

        return [];
    }

    private static ReadOnlySpan<byte> InWebp(ReadOnlySpan<byte> rest)
    {
        // Type, length, data, a byte more when the length is odd.
        for (var step = 0; step < MostSteps && rest.Length >= 8; step++)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]);
            if (length > rest.Length - 8)
                return [];
            var data = rest.Slice(8, (int)length);
            if (rest.StartsWith("EXIF"u8))
                return data.StartsWith("Exif\0\0"u8) ? data[6..] : data;
            rest = rest[(8 + Math.Min(rest.Length - 8, (int)length + ((int)length & 1)))..];
        }

        return [];
    }
}
