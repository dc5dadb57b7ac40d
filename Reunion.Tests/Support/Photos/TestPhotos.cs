using System.Buffers.Binary;
using SkiaSharp;

namespace Reunion.Tests.Support.Photos;

/// <summary>Photos made here: red top left, green top right, blue bottom left, white bottom right.</summary>
internal static class TestPhotos
{
    /// <summary>The camera of <see cref="JpegWithExif"/>, which must not be found in a photo that was cleaned.</summary>
    public const string Camera = "SpyCam 3000";

    public static byte[] Jpeg(int width = 320, int height = 400) => Encode(width, height, SKEncodedImageFormat.Jpeg);

    public static byte[] Png(int width = 320, int height = 400) => Encode(width, height, SKEncodedImageFormat.Png);

    public static byte[] Webp(int width, int height) => Encode(width, height, SKEncodedImageFormat.Webp);

    /// <summary>A PNG through which everything shows.</summary>
    public static byte[] SeeThroughPng(int width, int height)
    {
        using var bitmap = new SKBitmap(width, height, SKColorType.Rgba8888, SKAlphaType.Premul);
        bitmap.Erase(SKColors.Transparent);
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    /// <summary>A JPEG with an EXIF block: the orientation, and a camera's name to look for afterwards.</summary>
    public static byte[] JpegWithExif(int width = 320, int height = 400, ushort orientation = 1, string camera = Camera)
    {
        var jpeg = Jpeg(width, height);
        var make = System.Text.Encoding.ASCII.GetBytes(camera + "\0");
        byte[] tiff =
        [
            .. "II*\0"u8, 8, 0, 0, 0, 2, 0,
            .. Entry(0x010F, 2, make.Length, 38),
            .. Entry(0x0112, 3, 1, orientation),
            0, 0, 0, 0, .. make,
        ];
        byte[] block = [.. "Exif\0\0"u8, .. tiff];
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(block.Length + 2));
        return [jpeg[0], jpeg[1], 0xFF, 0xE1, .. length, .. block, .. jpeg[2..]];
    }

    /// <summary>A PNG that claims a size it does not have: a few bytes that would be gigabytes decoded.</summary>
    public static byte[] Bomb(int width, int height)
    {
        var png = Png(8, 8);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Crc(png.AsSpan(12, 17)));
        return png;
    }

    /// <summary>The colours of the four corners' quarters: R, G, B or W, from the top left row by row.</summary>
    public static string Quarters(byte[] photo)
    {
        using var bitmap = SKBitmap.Decode(photo);
        var (x, y) = (bitmap.Width / 4, bitmap.Height / 4);
        return string.Concat(
            Letter(bitmap.GetPixel(x, y)), Letter(bitmap.GetPixel(3 * x, y)), Letter(bitmap.GetPixel(x, 3 * y)), Letter(bitmap.GetPixel(3 * x, 3 * y)));
    }

    private static byte[] Encode(int width, int height, SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.White);
            Fill(canvas, 0, 0, width / 2, height / 2, SKColors.Red);
            Fill(canvas, width / 2, 0, width, height / 2, SKColors.Lime);
            Fill(canvas, 0, height / 2, width / 2, height, SKColors.Blue);
        }

        using var data = bitmap.Encode(format, 95);
        return data.ToArray();
    }

    private static void Fill(SKCanvas canvas, int left, int top, int right, int bottom, SKColor colour)
    {
        using var paint = new SKPaint { Color = colour, IsAntialias = false };
        canvas.DrawRect(new SKRect(left, top, right, bottom), paint);
    }

    private static char Letter(SKColor colour) => (colour.Red > 128, colour.Green > 128, colour.Blue > 128) switch
    {
        (true, false, false) => 'R',
        (false, true, false) => 'G',
        (false, false, true) => 'B',
        (true, true, true) => 'W',
        _ => '?',
    };

    private static byte[] Entry(ushort tag, ushort type, int count, int value)
    {
        var entry = new byte[12];
        BinaryPrimitives.WriteUInt16LittleEndian(entry, tag);
        BinaryPrimitives.WriteUInt16LittleEndian(entry.AsSpan(2), type);
        BinaryPrimitives.WriteInt32LittleEndian(entry.AsSpan(4), count);
        BinaryPrimitives.WriteInt32LittleEndian(entry.AsSpan(8), value);
        return entry;
    }

    public static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
        }
        return ~crc;
    }
}
