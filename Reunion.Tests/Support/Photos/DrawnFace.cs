using SkiaSharp;

namespace Reunion.Tests.Support.Photos;

/// <summary>A child's face drawn by the tests: it is nobody's.</summary>
internal static class DrawnFace
{
    /// <summary>The picture as a file.</summary>
    /// <param name="format">JPEG, PNG or WebP.</param>
    public static byte[] Encode(SKEncodedImageFormat format = SKEncodedImageFormat.Jpeg)
    {
        using var bitmap = new SKBitmap(900, 1200);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(new SKColor(0xB9, 0xD4, 0xE4));
            Oval(canvas, 450, 1250, 420, 380, new SKColor(0xE2, 0xB7, 0x4C));
            Oval(canvas, 450, 520, 300, 350, new SKColor(0x2B, 0x22, 0x20));
            Oval(canvas, 450, 580, 250, 300, new SKColor(0xF2, 0xC9, 0xA8));
            Oval(canvas, 450, 330, 270, 150, new SKColor(0x2B, 0x22, 0x20));
            Oval(canvas, 360, 570, 30, 36, new SKColor(0x2B, 0x22, 0x20));
            Oval(canvas, 540, 570, 30, 36, new SKColor(0x2B, 0x22, 0x20));
            Oval(canvas, 450, 740, 80, 30, new SKColor(0xC8, 0x5F, 0x5A));
        }

        using var image = SKImage.FromBitmap(bitmap);
        using var data = image.Encode(format, 90);
        return data.ToArray();
    }

    private static void Oval(SKCanvas canvas, float x, float y, float radiusX, float radiusY, SKColor colour)
    {
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        canvas.DrawOval(x, y, radiusX, radiusY, paint);
    }
}
