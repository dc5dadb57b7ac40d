using System.Text;
using MetadataExtractor;
using Reunion.Core.Common.Problems;
using Reunion.Core.Photos;
using Reunion.Tests.Support.Photos;

namespace Reunion.Tests.Photos;

public sealed class PhotoCleanerTests
{
    // How a photo with red top left, green top right, blue bottom left and white bottom right is to be shown.
    [Theory]
    [InlineData(1, "RGBW", 64, 32)]
    [InlineData(2, "GRWB", 64, 32)]
    [InlineData(3, "WBGR", 64, 32)]
    [InlineData(4, "BWRG", 64, 32)]
    [InlineData(5, "RBGW", 32, 64)]
    [InlineData(6, "BRWG", 32, 64)]
    [InlineData(7, "WGBR", 32, 64)]
    [InlineData(8, "GWRB", 32, 64)]
    public void A_photo_is_turned_upright_as_its_camera_says(int orientation, string quarters, int width, int height)
    {
        var clean = PhotoCleaner.Clean(TestPhotos.JpegWithExif(64, 32, (ushort)orientation));
        Assert.Equal((width, height), (clean.Width, clean.Height));
        Assert.Equal(quarters, TestPhotos.Quarters(clean.Jpeg));
    }

    [Fact]
    public void Nothing_of_the_cameras_notes_is_left()
    {
        var original = TestPhotos.JpegWithExif(64, 32, 6);
        Assert.Contains(TestPhotos.Camera, Encoding.Latin1.GetString(original), StringComparison.Ordinal);
        var clean = PhotoCleaner.Clean(original).Jpeg;
        Assert.DoesNotContain(TestPhotos.Camera, Encoding.Latin1.GetString(clean), StringComparison.Ordinal);
        Assert.DoesNotContain("Exif", Encoding.Latin1.GetString(clean), StringComparison.Ordinal);
        using var stream = new MemoryStream(clean);
        Assert.DoesNotContain(ImageMetadataReader.ReadMetadata(stream), d => d.Name.Contains("Exif", StringComparison.Ordinal) || d.Name == "GPS");
    }

    [Fact]
    public void PNG_and_WebP_become_JPEG()
    {
        foreach (var original in (byte[][])[TestPhotos.Png(64, 32), TestPhotos.Webp(64, 32)])
        {
            var clean = PhotoCleaner.Clean(original);
            Assert.Equal([0xFF, 0xD8, 0xFF], clean.Jpeg[..3]);
            Assert.Equal("RGBW", TestPhotos.Quarters(clean.Jpeg));
        }
    }

    [Fact]
    public void A_large_photo_is_made_1600_pixels_long()
    {
        var clean = PhotoCleaner.Clean(TestPhotos.Jpeg(3200, 1000));
        Assert.Equal((1600, 500), (clean.Width, clean.Height));
    }

    [Theory]
    [InlineData(4000, 3000, 1500, 1125)]
    [InlineData(3000, 4000, 1125, 1500)]
    [InlineData(4624, 3468, 1600, 1200)]
    [InlineData(1640, 820, 1435, 718)]
    [InlineData(1600, 200, 1600, 200)]
    [InlineData(1500, 100, 1500, 100)]
    public void A_photo_keeps_between_1400_and_1600_pixels(int width, int height, int keptWidth, int keptHeight)
    {
        var clean = PhotoCleaner.Clean(TestPhotos.Jpeg(width, height));
        Assert.Equal((keptWidth, keptHeight), (clean.Width, clean.Height));
        Assert.Equal("RGBW", TestPhotos.Quarters(clean.Jpeg));
    }

    [Fact]
    public void What_was_see_through_is_white()
    {
        var clean = PhotoCleaner.Clean(TestPhotos.SeeThroughPng(1500, 100));
        Assert.Equal("WWWW", TestPhotos.Quarters(clean.Jpeg));
    }

    [Fact]
    public void A_photo_cut_off_in_the_middle_still_shows_what_came()
    {
        var whole = TestPhotos.Jpeg(640, 640);
        var clean = PhotoCleaner.Clean(whole.AsSpan(0, whole.Length * 3 / 4));
        Assert.Equal("RG", TestPhotos.Quarters(clean.Jpeg)[..2]);
    }

    [Theory]
    [InlineData("jpeg")]
    [InlineData("png")]
    [InlineData("webp")]
    public void What_is_missing_of_a_photo_is_not_filled_with_the_one_before(string kind)
    {
        Func<int, int, byte[]> make = kind switch { "png" => TestPhotos.Png, "webp" => TestPhotos.Webp, _ => TestPhotos.Jpeg };
        var whole = make(900, 900);
        var cut = whole.AsSpan(0, whole.Length / 2).ToArray();
        string[] seen = [.. new[] { whole, TestPhotos.SeeThroughPng(900, 900) }.Select(before =>
        {
            PhotoCleaner.Clean(before);
            return Attempt(cut);
        })];
        Assert.Equal(seen[0], seen[1]);
    }

    [Theory]
    [InlineData("", "photo_unreadable")]
    [InlineData("no picture at all", "photo_unreadable")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>", "photo_unreadable")]
    [InlineData("GIF89a\u0001\0\u0001\0\u0080\0\0ÿÿÿ\0\0\0,\0\0\0\0\u0001\0\u0001\0\0\u0002\u0002D\u0001\0;", "photo_type")]
    public void What_is_no_photo_is_refused(string content, string code) =>
        Assert.Equal(code, Assert.Throws<ProblemException>(() => PhotoCleaner.Clean(Encoding.Latin1.GetBytes(content))).Code);

    [Theory]
    [InlineData(30_000, 30_000)]
    [InlineData(8_000, 6_251)]
    public void A_few_bytes_that_claim_more_than_50_megapixels_are_refused_before_they_are_decoded(int width, int height)
    {
        var problem = Assert.Throws<ProblemException>(() => PhotoCleaner.Clean(TestPhotos.Bomb(width, height)));
        Assert.Equal((ProblemKind.TooLarge, "photo_too_large"), (problem.Kind, problem.Code));
    }

    [Fact]
    public void More_than_15_MB_are_refused_unread()
    {
        var problem = Assert.Throws<ProblemException>(() => PhotoCleaner.Clean(new byte[PhotoCleaner.MaxBytes + 1]));
        Assert.Equal((ProblemKind.TooLarge, "photo_too_large"), (problem.Kind, problem.Code));
    }

    private static string Attempt(byte[] file)
    {
        try
        {
            return Convert.ToHexString(PhotoCleaner.Clean(file).Jpeg);
        }
        catch (ProblemException e)
        {
            return e.Code;
        }
    }
}
