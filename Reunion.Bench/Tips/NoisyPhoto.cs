using SkiaSharp;

namespace Reunion.Bench.Tips;

/// <summary>A photo of a phone's usual 12 megapixels and 3 MB; what it shows is noise, as much of it as the size needs.</summary>
internal static class NoisyPhoto
{
    private const int Width = 4000;
    private const int Height = 3000;
    private const int Quality = 88;

    public static byte[] Make(int bytes)
    {
        var (least, most) = (0, 128);
        while (true)
        {
            var noise = (least + most) / 2;
            var photo = Encode(noise);
            if (most - least < 2 || Math.Abs(photo.Length - bytes) < bytes / 20)
                return photo;
            (least, most) = photo.Length < bytes ? (noise, most) : (least, noise);
        }
    }

    private static byte[] Encode(int noise)
    {
        using var bitmap = new SKBitmap(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        var random = new Random(1);
        var pixels = new byte[Width * 4];
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var shade = (byte)Math.Clamp((x * 160 / Width) + (y * 60 / Height) + random.Next(-noise, noise + 1), 0, 255);
                (pixels[x * 4], pixels[(x * 4) + 1], pixels[(x * 4) + 2], pixels[(x * 4) + 3]) = (shade, (byte)(255 - shade), (byte)(shade / 2), 255);
            }

            System.Runtime.InteropServices.Marshal.Copy(pixels, 0, bitmap.GetPixels() + (y * bitmap.RowBytes), pixels.Length);
        }

        using var image = SKImage.FromBitmap(bitmap);
        using var jpeg = image.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return jpeg.ToArray();
    }
}
