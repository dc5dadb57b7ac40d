using System.Text;
using SkiaSharp;

namespace Reunion.Tests.Api;

/// <summary>Photos as phones take them.</summary>
internal static class TestPhotos
{
    /// <summary>What must not be found in a photo that was cleaned.</summary>
    public const string Secret = "SECRET-CAMERA-AND-PLACE";

    public static byte[] Jpeg() => Encode(SKEncodedImageFormat.Jpeg);

    public static byte[] Png() => Encode(SKEncodedImageFormat.Png);

    /// <summary>A JPEG whose EXIF names its camera.</summary>
    public static byte[] JpegWithExif()
    {
        byte[] tiff =
        [
            .. "II"u8, 42, 0, 8, 0, 0, 0, // little endian, first directory at 8
            1, 0, 0x0F, 0x01, 2, 0, (byte)(Secret.Length + 1), 0, 0, 0, 26, 0, 0, 0, // Make, ASCII, at 26
            0, 0, 0, 0, .. Encoding.ASCII.GetBytes(Secret), 0,
        ];
        byte[] exif = [.. "Exif\0\0"u8, .. tiff];
        var jpeg = Jpeg();
        return [jpeg[0], jpeg[1], 0xFF, 0xE1, (byte)((exif.Length + 2) >> 8), (byte)(exif.Length + 2), .. exif, .. jpeg[2..]];
    }

    private static byte[] Encode(SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(320, 400);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.SteelBlue);
        using var paint = new SKPaint { Color = SKColors.Wheat };
        canvas.DrawCircle(160, 170, 90, paint);
        using var data = SKImage.FromBitmap(bitmap).Encode(format, 90);
        return data.ToArray();
    }
}
