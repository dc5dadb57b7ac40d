using Reunion.Core.Photos.Hints;
using Reunion.Tests.Support.Photos;

namespace Reunion.Tests.Photos;

public sealed class PhotoHintReaderTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    private static readonly ExifNotes Hangzhou = new() { TakenAt = "2026:11:23 09:10:11", North = (30, 16, 27), East = (120, 9, 18) };

    [Fact]
    public void Place_and_time_are_read_from_every_kind_of_file()
    {
        var tiff = Hangzhou.ToTiff();
        byte[][] photos =
        [
            ExifNotes.InJpeg(TestPhotos.Jpeg(8, 8), tiff),
            ExifNotes.Chunk(TestPhotos.Png(8, 8), "eXIf", tiff),
            ExifNotes.RiffChunk(TestPhotos.Webp(8, 8), "EXIF", tiff),
            ExifNotes.RiffChunk(TestPhotos.Webp(8, 8), "EXIF", [.. "Exif\0\0"u8, .. tiff]),
        ];
        foreach (var hints in photos.Select(p => PhotoHintReader.Read(p, Now)))
        {
            Assert.Equal(30.2742, hints.Latitude!.Value, 4);
            Assert.Equal(120.155, hints.Longitude!.Value, 4);
            // No offset is noted: it is the time of the place.
            Assert.Equal(new DateTimeOffset(2026, 11, 23, 1, 10, 11, TimeSpan.Zero), hints.TakenAtUtc);
        }
    }

    [Theory]
    [InlineData("2026:11:23 09:10:11", "+02:00", null, "2026-11-23T07:10:11Z")]
    [InlineData("2026:11:23 09:10:11", "+1", "2026:11:22", "2026-11-22T01:02:03Z")]
    [InlineData("2026:11:23 09:10:11", null, "2026:11:22", "2026-11-22T01:02:03Z")]
    [InlineData(null, null, "2026:11:22", "2026-11-22T01:02:03Z")]
    [InlineData("2026:11:23 16:04:00", null, null, "2026-11-23T08:04:00Z")]
    [InlineData("2026:11:23 16:06:00", null, null, null)]
    [InlineData("0000:00:00 00:00:00", null, null, null)]
    [InlineData("1970:01:01 00:00:00", null, null, null)]
    [InlineData("9999:12:31 23:59:59", "-14:00", null, null)]
    [InlineData("yesterday", null, "2026:99:99", null)]
    public void The_time_is_the_one_that_is_known_best_and_never_lies_in_the_future(string? takenAt, string? offset, string? gps, string? expected)
    {
        var notes = new ExifNotes { TakenAt = takenAt, Offset = offset, GpsDate = gps };
        var hints = PhotoHintReader.Read(ExifNotes.InJpeg(TestPhotos.Jpeg(8, 8), notes.ToTiff()), Now);
        Assert.Equal(expected is null ? null : DateTimeOffset.Parse(expected, null), hints.TakenAtUtc);
    }

    [Theory]
    [InlineData(33, 51, 151, false, 33.85, 151.0)]
    [InlineData(33, 51, 151, true, -33.85, -151.0)]
    [InlineData(0, 0, 0, false, null, null)]
    [InlineData(91, 0, 10, false, null, null)]
    [InlineData(10, 0, 4_000_000_000, false, null, null)]
    public void A_place_is_one_on_the_globe(uint north, uint minutes, uint east, bool isSouthWest, double? latitude, double? longitude)
    {
        var notes = new ExifNotes { North = (north, minutes, 0), East = (east, 0, 0), IsSouthWest = isSouthWest };
        var hints = PhotoHintReader.Read(ExifNotes.InJpeg(TestPhotos.Jpeg(8, 8), notes.ToTiff()), Now);
        Assert.Equal((latitude, longitude), (hints.Latitude, hints.Longitude));
    }

    [Fact]
    public void Half_a_place_is_none() =>
        Assert.Equal(PhotoHints.None, PhotoHintReader.Read(ExifNotes.InJpeg(TestPhotos.Jpeg(8, 8), new ExifNotes { North = (30, 0, 0) }.ToTiff()), Now));

    [Fact]
    public void Notes_that_all_point_to_the_same_bytes_do_not_fill_the_memory()
    {
        // 4,000 entries of 8,000 fractions each: half a gigabyte when they are read one by one.
        List<byte> tiff = [.. "II*\0"u8, 8, 0, 0, 0, 0xA0, 0x0F];
        for (var i = 0; i < 4_000; i++)
            tiff.AddRange([(byte)i, (byte)(i >> 8), 5, 0, 0x00, 0x1C, 0, 0, 8, 0, 0, 0]);
        tiff.AddRange(new byte[64_000 - tiff.Count]);
        var photo = ExifNotes.InJpeg(TestPhotos.Jpeg(8, 8), [.. tiff]);
        PhotoHintReader.Read(photo, Now);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(PhotoHints.None, PhotoHintReader.Read(photo, Now));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16_000_000);
    }

    [Fact]
    public void Nothing_that_is_broken_makes_it_fail()
    {
        var random = new Random(7);
        var tiff = Hangzhou.ToTiff();
        byte[][] photos =
        [
            ExifNotes.InJpeg(TestPhotos.Jpeg(8, 8), tiff), ExifNotes.Chunk(TestPhotos.Png(8, 8), "eXIf", tiff),
            ExifNotes.RiffChunk(TestPhotos.Webp(8, 8), "EXIF", tiff),
        ];
        foreach (var photo in photos)
        {
            for (var length = 0; length < Math.Min(photo.Length, 600); length++)
                Assert.NotNull(PhotoHintReader.Read(photo.AsSpan(0, length), Now));
            for (var i = 0; i < 3_000; i++)
            {
                var broken = (byte[])photo.Clone();
                for (var flips = random.Next(1, 6); flips > 0; flips--)
                    broken[random.Next(broken.Length)] = (byte)random.Next(256);
                Assert.NotNull(PhotoHintReader.Read(broken, Now));
            }
        }
    }
}
