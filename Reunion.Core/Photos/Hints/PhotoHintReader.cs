using System.Globalization;
using MetadataExtractor;
using MetadataExtractor.Formats.Exif;
using MetadataExtractor.Formats.Tiff;
using Reunion.Core.Geography;
using Directory = MetadataExtractor.Directory;

namespace Reunion.Core.Photos.Hints;

/// <summary>Reads where and when a photo says it was taken.</summary>
/// <remarks>Thread-safe. Never fails: whatever cannot be read is not there.</remarks>
public static class PhotoHintReader
{
    private const int EarliestYear = 1990;

    // EXIF 2.31: the offset of the original's time from UTC, as ±hh:mm.
    private const int OffsetTimeOriginal = 0x9011;

    // A time without an offset is that of the place; the whole of China keeps one.
    private static readonly TimeSpan LocalOffset = TimeSpan.FromHours(8);
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    /// <summary>Reads the notes of a JPEG, PNG or WebP file.</summary>
    /// <param name="photo">The file as it was uploaded.</param>
    /// <param name="nowUtc">A photo taken later than this says nothing about its time.</param>
    public static PhotoHints Read(ReadOnlySpan<byte> photo, DateTimeOffset nowUtc)
    {
        var block = ExifBlock.Find(photo);
        if (block.IsEmpty)
            return PhotoHints.None;
        var directories = new List<Directory>();
        try
        {
            TiffReader.ProcessTiff(new BudgetReader(block.ToArray()), new PlaceAndTimeHandler(directories));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Strangers write this block: what was understood before it went wrong still counts.
        }

        try
        {
            var place = Place(directories.OfType<GpsDirectory>().FirstOrDefault());
            var taken = Taken(directories);
            return new PhotoHints(place?.Latitude, place?.Longitude, taken <= nowUtc + ClockSkew ? taken : null);
        }
        catch (Exception e) when (e is MetadataException or ArithmeticException or ArgumentException or FormatException)
        {
            return PhotoHints.None;
        }
    }

    private static GeoLocation? Place(GpsDirectory? notes) =>
        notes?.GetGeoLocation() is { IsZero: false } place && GeoPoint.IsLatitude(place.Latitude) && GeoPoint.IsLongitude(place.Longitude)
            ? place : null;

    private static DateTimeOffset? Taken(IReadOnlyList<Directory> directories)
    {
        var notes = directories.OfType<ExifSubIfdDirectory>().FirstOrDefault();
        var original = notes is not null && notes.TryGetDateTime(ExifDirectoryBase.TagDateTimeOriginal, out var time) ? time : (DateTime?)null;
        if (original is { } wall && Offset(notes?.GetString(OffsetTimeOriginal)) is { } offset)
            return At(wall, offset);
        // Satellites know the time better than a camera that does not say which time it keeps.
        if (directories.OfType<GpsDirectory>().FirstOrDefault() is { } gps && gps.TryGetGpsDate(out var utc))
            return At(utc, TimeSpan.Zero);
        return original is { } local ? At(local, LocalOffset) : null;
    }

    private static TimeSpan? Offset(string? text) =>
        DateTimeOffset.TryParseExact(text?.Trim(), "zzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed) ? parsed.Offset : null;

    private static DateTimeOffset? At(DateTime wall, TimeSpan offset) =>
        wall.Year is < EarliestYear or > 9000 ? null : new DateTimeOffset(DateTime.SpecifyKind(wall, DateTimeKind.Unspecified), offset).ToUniversalTime();
}
