using System.Globalization;
using System.Text.Json;
using Reunion.Core.Common.Problems;
using Reunion.Core.Geography;
using Reunion.Core.Photos;
using Reunion.Core.Tips;

namespace Reunion.Console.Api.Tips;

/// <summary>A tip being read: the form so far, and what could not be read, under the names that its sender used.</summary>
internal sealed class TipDraft
{
    private static readonly Dictionary<string, TipKind> Kinds =
        Enum.GetValues<TipKind>().ToDictionary(k => JsonNamingPolicy.SnakeCaseLower.ConvertName(k.ToString()));

    // Base64 makes four characters of three bytes.
    private const int MaxEncoded = (PhotoCleaner.MaxBytes + 2) / 3 * 4;

    private static readonly string[] Instants = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK"];

    public TipForm Form { get; } = new();

    public List<FieldProblem> Problems { get; } = [];

    /// <summary>The words for the kinds, as they go over the wire.</summary>
    public static IReadOnlyCollection<string> KindWords => Kinds.Keys;

    public void ReadKind(string? word)
    {
        if (string.IsNullOrEmpty(word))
            return;
        if (Kinds.TryGetValue(word, out var kind))
            Form.Kind = kind;
        else
            Problems.Add(new FieldProblem("kind", "kind_unknown"));
    }

    /// <param name="text">An instant; empty for none.</param>
    /// <param name="zone">What a time without an offset means; null to refuse one.</param>
    public void ReadSeenAt(string? text, TimeSpan? zone)
    {
        if (string.IsNullOrWhiteSpace(text))
            return;
        if (!DateTime.TryParseExact(text.Trim(), Instants, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time)
            || time.Year is < 1900 or > 9000 || (time.Kind == DateTimeKind.Unspecified && zone is null))
            Problems.Add(new FieldProblem("seenAt", "malformed"));
        else
            Form.SeenAtUtc = time.Kind == DateTimeKind.Unspecified
                ? new DateTimeOffset(time, zone!.Value).ToUniversalTime()
                : new DateTimeOffset(time.ToUniversalTime());
    }

    public void ReadPoint(double? lat, double? lon, Datum datum)
    {
        (Form.Latitude, Form.Longitude) = (lat, lon);
        if (lat is not { } north || lon is not { } east || !GeoPoint.IsLatitude(north) || !GeoPoint.IsLongitude(east))
            return;
        var point = DatumConversion.ToWgs84(north, east, datum);
        (Form.Latitude, Form.Longitude) = (point.Latitude, point.Longitude);
    }

    public void ReadPhotos(IReadOnlyList<string?> encoded) => Form.Photos = [.. encoded.Select(Decode)];

    private static PhotoUpload Decode(string? encoded)
    {
        if (encoded?.Length > MaxEncoded)
            return new PhotoUpload("", [], "photo_too_large");
        var file = new byte[(encoded?.Length ?? 0) / 4 * 3 + 3];
        return Convert.TryFromBase64String(encoded ?? "", file, out var length)
            ? new PhotoUpload("", file[..length]) : new PhotoUpload("", [], "photo_unreadable");
    }
}
