using System.IO.Compression;
using System.Text;
using Reunion.Core.Common.Problems;
using Reunion.Core.Photos;
using Reunion.Tests.Support.Photos;

namespace Reunion.Tests.Photos;

/// <summary>Files that were made to hide, to break or to fill: each comes out clean or is refused, and none does anything else.</summary>
public sealed class HostilePhotoTests
{
    private const string Secret = "SECRET-OF-THE-CAMERA";
    private static readonly byte[] Bytes = Encoding.ASCII.GetBytes(Secret);

    public static TheoryData<string, byte[]> Carriers { get; } = new()
    {
        { "JPEG comment", ExifNotes.Segment(TestPhotos.Jpeg(20, 20), 0xFE, Bytes) },
        { "JPEG EXIF", ExifNotes.Segment(TestPhotos.Jpeg(20, 20), 0xE1, [.. "Exif\0\0II*\0"u8, .. Bytes]) },
        { "JPEG XMP", ExifNotes.Segment(TestPhotos.Jpeg(20, 20), 0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Bytes]) },
        { "JPEG colour profile", ExifNotes.Segment(TestPhotos.Jpeg(20, 20), 0xE2, [.. "ICC_PROFILE\0\u0001\u0001"u8, .. Bytes]) },
        { "JPEG IPTC", ExifNotes.Segment(TestPhotos.Jpeg(20, 20), 0xED, [.. "Photoshop 3.0\0"u8, .. Bytes]) },
        { "JPEG maker's segment", ExifNotes.Segment(TestPhotos.Jpeg(20, 20), 0xEB, Bytes) },
        { "JPEG and what follows", [.. TestPhotos.Jpeg(20, 20), .. Bytes] },
        { "JPEG and another", [.. TestPhotos.Jpeg(20, 20), .. ExifNotes.Segment(TestPhotos.Jpeg(20, 20), 0xFE, Bytes)] },
        { "JPEG and a page", [.. TestPhotos.Jpeg(20, 20), .. "<html><script>"u8, .. Bytes] },
        { "JPEG and an archive", [.. TestPhotos.Jpeg(20, 20), .. "PK\u0003\u0004"u8, .. Bytes] },
        { "PNG text", ExifNotes.Chunk(TestPhotos.Png(20, 20), "tEXt", [.. "Comment\0"u8, .. Bytes]) },
        { "PNG international text", ExifNotes.Chunk(TestPhotos.Png(20, 20), "iTXt", [.. "XML:com.adobe.xmp\0\0\0\0\0"u8, .. Bytes]) },
        { "PNG EXIF", ExifNotes.Chunk(TestPhotos.Png(20, 20), "eXIf", [.. "II*\0"u8, .. Bytes]) },
        { "PNG unknown chunk", ExifNotes.Chunk(TestPhotos.Png(20, 20), "prVt", Bytes) },
        { "PNG and what follows", [.. TestPhotos.Png(20, 20), .. Bytes] },
        { "WebP EXIF", ExifNotes.RiffChunk(TestPhotos.Webp(20, 20), "EXIF", Bytes) },
        { "WebP XMP", ExifNotes.RiffChunk(TestPhotos.Webp(20, 20), "XMP ", Bytes) },
        { "WebP and what follows", [.. TestPhotos.Webp(20, 20), .. Bytes] },
    };

    [Theory, MemberData(nameof(Carriers))]
    public void Whatever_corner_something_hides_in_it_does_not_come_along(string corner, byte[] file)
    {
        Assert.True(file.AsSpan().IndexOf(Bytes) > 0, corner);
        var clean = PhotoCleaner.Clean(file);
        Assert.Equal((20, 20), (clean.Width, clean.Height));
        Assert.Equal(-1, clean.Jpeg.AsSpan().IndexOf("SECRET"u8));
        Assert.Equal(-1, clean.Jpeg.AsSpan().IndexOf("Exif"u8));
    }

    [Theory]
    [InlineData("<!DOCTYPE html><script>", "photo_unreadable")]
    [InlineData("%PDF-1.7", "photo_unreadable")]
    [InlineData("PK\u0003\u0004", "photo_unreadable")]
    [InlineData("\u007FELF", "photo_unreadable")]
    [InlineData("GIF89a", "photo_type")]
    [InlineData("BM", "photo_type")]
    [InlineData("II*\0", "photo_type")]
    [InlineData("\0\0\0\u0018ftypheic", "photo_type")]
    [InlineData("\0\0\0\u0018ftypavif", "photo_type")]
    [InlineData("RIFF\u0024\0\0\0WAVE", "photo_unreadable")]
    public void Only_the_first_bytes_say_what_a_file_is(string start, string code)
    {
        // A photo follows, for those who would look for one.
        byte[] file = [.. Encoding.Latin1.GetBytes(start), .. TestPhotos.Jpeg(20, 20)];
        Assert.Equal(code, Assert.Throws<ProblemException>(() => PhotoCleaner.Clean(file)).Code);
    }

    [Fact]
    public void A_photo_cut_off_anywhere_is_shown_as_far_as_it_came_or_refused()
    {
        foreach (var whole in (byte[][])[TestPhotos.Jpeg(40, 40), TestPhotos.Png(40, 40), TestPhotos.Webp(40, 40)])
            for (var length = 0; length < whole.Length; length++)
                CleansOrRefuses(whole.AsSpan(0, length).ToArray());
    }

    [Fact]
    public void A_photo_with_wrong_bytes_anywhere_is_shown_or_refused()
    {
        var random = new Random(11);
        foreach (var whole in (byte[][])[TestPhotos.JpegWithExif(40, 40, 6), TestPhotos.Png(40, 40), TestPhotos.Webp(40, 40)])
            for (var i = 0; i < 400; i++)
            {
                var broken = (byte[])whole.Clone();
                for (var flips = random.Next(1, 8); flips > 0; flips--)
                    broken[random.Next(broken.Length)] = (byte)random.Next(256);
                CleansOrRefuses(broken);
            }
    }

    [Theory]
    [InlineData(30_000, 30_000)]
    [InlineData(int.MaxValue, int.MaxValue)]
    [InlineData(1, 2_000_000_000)]
    [InlineData(0, 0)]
    [InlineData(-5, 7)]
    public void A_size_that_is_claimed_and_not_there_is_refused_unread(int width, int height)
    {
        var before = GC.GetTotalAllocatedBytes();
        var refused = Assert.Throws<ProblemException>(() => PhotoCleaner.Clean(TestPhotos.Bomb(width, height)));
        Assert.Contains(refused.Code, (string[])["photo_too_large", "photo_unreadable"]);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 100_000_000);
    }

    [Fact]
    public void A_JPEG_that_asks_to_be_painted_over_thousands_of_times_is_refused()
    {
        var jpeg = TestPhotos.Jpeg(64, 64);
        var scan = jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xDA]);
        var (head, body) = (jpeg[..scan], jpeg[scan..^2]);
        byte[] Painted(int times) => [.. head, .. Enumerable.Repeat(body, times).SelectMany(b => b), 0xFF, 0xD9];
        Assert.Equal("photo_unreadable", Assert.Throws<ProblemException>(() => PhotoCleaner.Clean(Painted(5_000))).Code);
        Assert.Equal(64, PhotoCleaner.Clean(Painted(1)).Width);
    }

    [Theory]
    [InlineData("zTXt")]
    [InlineData("iCCP")]
    [InlineData("iTXt")]
    public void A_hundred_megabytes_of_nothing_in_a_corner_are_left_there(string chunk)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            for (var i = 0; i < 100; i++)
                zip.Write(new byte[1_000_000]);
        byte[] head = chunk == "iTXt" ? [.. "a\0\u0001\0\0\0"u8] : [.. "a\0\0"u8];
        var photo = ExifNotes.Chunk(TestPhotos.Png(20, 20), chunk, [.. head, .. packed.ToArray()]);
        Assert.Equal(20, PhotoCleaner.Clean(photo).Width);
    }

    private static void CleansOrRefuses(byte[] file)
    {
        try
        {
            Assert.InRange(PhotoCleaner.Clean(file).Jpeg.Length, 1, 1_000_000);
        }
        catch (ProblemException refused)
        {
            Assert.StartsWith("photo_", refused.Code, StringComparison.Ordinal);
        }
    }
}
