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
    private const int LeastSidePixels = 1400;
    private const int JpegQuality = 85;

    /// <summary>Checks, decodes, turns upright, shrinks to between 1,400 and 1,600 pixels and encodes.</summary>
    /// <param name="original">A JPEG, PNG or WebP file as it was uploaded.</param>
    /// <returns>The clean photo.</returns>
    /// <exception cref="ProblemException"><c>photo_too_large</c>, <c>photo_type</c> or <c>photo_unreadable</c>.</exception>
    public static unsafe CleanPhoto Clean(ReadOnlySpan<byte> original)
    {
        if (original.Length > MaxBytes)
            throw new ProblemException(ProblemKind.TooLarge, "photo_too_large", "A photo may have 15 MB at most.");

        // Decoders see nothing but the three kinds, by content: each of the others would be one more to be fooled.
        var format = PhotoSignature.FormatOf(original);
        if (format == PhotoFormat.Other)
            throw new ProblemException(ProblemKind.Invalid, "photo_type", "A photo is a JPEG, PNG or WebP file.");
        if (format == PhotoFormat.Unknown || (format == PhotoFormat.Jpeg && PhotoSignature.HasTooManyScans(original)))
            throw Unreadable();

        fixed (byte* file = original)
        {
            using var data = SKData.Create((nint)file, original.Length);
            using var codec = SKCodec.Create(data) ?? throw Unreadable();
            return Clean(codec);
        }
    }

    private static CleanPhoto Clean(SKCodec codec)
    {
        if ((long)codec.Info.Width * codec.Info.Height > MaxPixels)
            throw new ProblemException(ProblemKind.TooLarge, "photo_too_large", "A photo may have 50 megapixels at most.");

        using var decoded = Decode(codec);
        // A photo is done when it is decoded where its camera was held upright and it came out no larger than what is kept.
        using var turned = NeedsNoMore(codec, decoded) ? null : Upright(decoded, codec.EncodedOrigin);
        var upright = turned ?? decoded;
        upright.SetImmutable();
        using var image = SKImage.FromBitmap(upright);
        using var jpeg = image.Encode(SKEncodedImageFormat.Jpeg, JpegQuality);
        return new CleanPhoto(jpeg.ToArray(), upright.Width, upright.Height);
    }

    private static bool NeedsNoMore(SKCodec codec, SKBitmap decoded) =>
        codec.EncodedOrigin == SKEncodedOrigin.TopLeft && codec.Info.AlphaType == SKAlphaType.Opaque
        && Math.Max(decoded.Width, decoded.Height) <= LongestSidePixels;

    private static SKBitmap Decode(SKCodec codec)
    {
        var size = DecodedSize(codec);
        var info = new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul);
        if (codec.Info.AlphaType == SKAlphaType.Opaque)
            info = info.WithAlphaType(SKAlphaType.Opaque);
        var bitmap = PooledPixels.NewBitmap(info);
        // A file cut off in the middle still shows a face; anything worse is refused.
        if (codec.GetPixels(info, bitmap.GetPixels()) is SKCodecResult.Success or SKCodecResult.IncompleteInput)
            return bitmap;
        bitmap.Dispose();
        throw Unreadable();
    }

    // A JPEG decodes to so many eighths of its size for a fraction of the time and memory: best to what is kept, and otherwise
    // never below it.
    private static SKSizeI DecodedSize(SKCodec codec)
    {
        var sizes = Enumerable.Range(1, 8).Select(eighths => codec.GetScaledDimensions(eighths / 8f)).ToList();
        return sizes.FindLast(s => LongestOf(s) is >= LeastSidePixels and <= LongestSidePixels) is { IsEmpty: false } kept ? kept
            : sizes.Find(s => LongestOf(s) >= LongestSidePixels) is { IsEmpty: false } larger ? larger
            : codec.Info.Size;
    }

    private static int LongestOf(SKSizeI size) => Math.Max(size.Width, size.Height);

    private static SKBitmap Upright(SKBitmap source, SKEncodedOrigin origin)
    {
        var sideways = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var (width, height) = sideways ? (source.Height, source.Width) : (source.Width, source.Height);
        var scale = Math.Min(1f, (float)LongestSidePixels / Math.Max(width, height));
        var target = PooledPixels.NewBitmap(
            new SKImageInfo(Math.Max(1, (int)(width * scale)), Math.Max(1, (int)(height * scale)), SKColorType.Rgba8888, SKAlphaType.Premul));

        using var canvas = new SKCanvas(target);
        canvas.Clear(SKColors.White);
        canvas.Scale(scale);
        canvas.Concat(PhotoOrientation.ToUpright(origin, width, height));
        source.SetImmutable();
        using var image = SKImage.FromBitmap(source);
        // Turned only, each pixel stays what it is. Between a half and the whole, neighbours are enough; smaller copies of the
        // whole cost more than all the rest.
        canvas.DrawImage(image, 0, 0, scale == 1f ? SKSamplingOptions.Default
            : new SKSamplingOptions(SKFilterMode.Linear, scale < 0.5f ? SKMipmapMode.Linear : SKMipmapMode.None));
        return target;
    }

    private static ProblemException Unreadable() =>
        new(ProblemKind.Invalid, "photo_unreadable", "This file cannot be read as a photo.");
}
