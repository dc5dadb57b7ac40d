using Reunion.Core.Common.Problems;
using SkiaSharp;

namespace Reunion.Core.Photos;

/// <summary>Decodes a photo within bounds and encodes it anew, which leaves every kind of metadata behind.</summary>
/// <remarks>Thread-safe; one call uses up to some 200 MB for a moment, so callers limit how many run at once.</remarks>
public static class PhotoCleaner
{
    /// <summary>The largest file that is looked at, in bytes (15 MB).</summary>
    public const int MaxBytes = 15 * 1024 * 1024;

    /// <summary>The most pixels that are decoded (50 megapixels).</summary>
    public const long MaxPixels = 50_000_000;

    private const int LongestSidePixels = 1600;
    private const int JpegQuality = 85;

    /// <summary>Checks, decodes, turns upright, shrinks to 1,600 pixels and encodes.</summary>
    /// <param name="original">A JPEG, PNG or WebP file as it was uploaded.</param>
    /// <returns>The clean photo.</returns>
    /// <exception cref="ProblemException"><c>photo_too_large</c>, <c>photo_type</c> or <c>photo_unreadable</c>.</exception>
    public static CleanPhoto Clean(ReadOnlySpan<byte> original)
    {
        if (original.Length > MaxBytes)
            throw new ProblemException(ProblemKind.TooLarge, "photo_too_large", "A photo may have 15 MB at most.");

        // Decoders see nothing but the three kinds, by content: each of the others would be one more to be fooled.
        var format = PhotoSignature.FormatOf(original);
        if (format == PhotoFormat.Other)
            throw new ProblemException(ProblemKind.Invalid, "photo_type", "A photo is a JPEG, PNG or WebP file.");
        if (format == PhotoFormat.Unknown || (format == PhotoFormat.Jpeg && PhotoSignature.HasTooManyScans(original)))
            throw Unreadable();

        using var data = SKData.CreateCopy(original);
        using var codec = SKCodec.Create(data) ?? throw Unreadable();
        if ((long)codec.Info.Width * codec.Info.Height > MaxPixels)
            throw new ProblemException(ProblemKind.TooLarge, "photo_too_large", "A photo may have 50 megapixels at most.");

        using var decoded = Decode(codec);
        using var upright = Upright(decoded, codec.EncodedOrigin);
        upright.SetImmutable();
        using var image = SKImage.FromBitmap(upright);
        using var jpeg = image.Encode(SKEncodedImageFormat.Jpeg, JpegQuality);
        return new CleanPhoto(jpeg.ToArray(), upright.Width, upright.Height);
    }

    private static SKBitmap Decode(SKCodec codec)
    {
        var size = DecodedSize(codec);
        var info = new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul);
        var bitmap = new SKBitmap(info);
        // A file cut off in the middle still shows a face; anything worse is refused.
        if (codec.GetPixels(info, bitmap.GetPixels()) is SKCodecResult.Success or SKCodecResult.IncompleteInput)
            return bitmap;
        bitmap.Dispose();
        throw Unreadable();
    }

    // A JPEG decodes to a half, a quarter or an eighth for a fraction of the time and memory; never below what is kept.
    private static SKSizeI DecodedSize(SKCodec codec)
    {
        for (var divisor = 8; divisor > 1; divisor /= 2)
            if (Math.Max(codec.Info.Width, codec.Info.Height) / divisor >= LongestSidePixels)
                return codec.GetScaledDimensions(1f / divisor);
        return codec.Info.Size;
    }

    private static SKBitmap Upright(SKBitmap source, SKEncodedOrigin origin)
    {
        var sideways = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var (width, height) = sideways ? (source.Height, source.Width) : (source.Width, source.Height);
        var scale = Math.Min(1f, (float)LongestSidePixels / Math.Max(width, height));
        var target = new SKBitmap(Math.Max(1, (int)(width * scale)), Math.Max(1, (int)(height * scale)), SKColorType.Rgba8888, SKAlphaType.Premul);

        using var canvas = new SKCanvas(target);
        canvas.Clear(SKColors.White);
        canvas.Scale(scale);
        canvas.Concat(PhotoOrientation.ToUpright(origin, width, height));
        source.SetImmutable();
        using var image = SKImage.FromBitmap(source);
        // Between a half and the whole, neighbours are enough; smaller copies of the whole cost more than all the rest.
        canvas.DrawImage(image, 0, 0, new SKSamplingOptions(SKFilterMode.Linear, scale < 0.5f ? SKMipmapMode.Linear : SKMipmapMode.None));
        return target;
    }

    private static ProblemException Unreadable() =>
        new(ProblemKind.Invalid, "photo_unreadable", "This file cannot be read as a photo.");
}
