using System.Buffers;
using System.Runtime.InteropServices;
using SkiaSharp;

namespace Reunion.Core.Photos;

/// <summary>
/// Bitmaps whose pixels are used again by later ones: a photo's come to some seven megabytes, and having the system find as many
/// for each costs a twentieth of the whole work.
/// </summary>
/// <remarks>Thread-safe. A new bitmap is empty: what is missing from a photo that was cut off is never filled with another one.</remarks>
internal static class PooledPixels
{
    // What is kept of a photo fits. More than that, up to 200 MB of a large PNG, is given back at once and not held for the next.
    private const int MostPooledBytes = 16 * 1024 * 1024;

    /// <summary>An empty bitmap; its pixels are free again when it and what shares them are disposed.</summary>
    public static SKBitmap NewBitmap(SKImageInfo info)
    {
        if (info.BytesSize > MostPooledBytes)
            return new SKBitmap(info, SKBitmapAllocFlags.ZeroPixels);
        var pixels = ArrayPool<byte>.Shared.Rent(info.BytesSize);
        pixels.AsSpan(0, info.BytesSize).Clear();
        var pin = GCHandle.Alloc(pixels, GCHandleType.Pinned);
        var bitmap = new SKBitmap();
        bitmap.InstallPixels(info, pin.AddrOfPinnedObject(), info.RowBytes, (_, _) =>
        {
            pin.Free();
            ArrayPool<byte>.Shared.Return(pixels);
        });
        return bitmap;
    }
}
