using System.Globalization;
using Reunion.Console.Api.Tips;
using Reunion.Console.Components.Public.Reports;
using Reunion.Core.Cases;
using Reunion.Core.Cases.Reporting;
using Reunion.Core.Common.Problems;
using Reunion.Core.Photos;

namespace Reunion.Console.Api.Public.Reports;

/// <summary>The report form as it came in: what was entered, the report in it, and what could not be read.</summary>
internal sealed class ReportForm
{
    // A time without an offset is that of the place; the whole of China keeps one.
    private static readonly TimeSpan Zone = TimeSpan.FromHours(8);

    private readonly IFormFile? _photo;

    public ReportForm(IFormCollection fields)
    {
        string Field(string name) => fields[name].ToString().Trim();
        _photo = fields.Files.GetFile("photo") is { Length: > 0 } file ? file : null;
        Entry = new ReportEntry
        {
            Name = Field("name"), Sex = Field("sex"), BirthDate = Field("birthDate"), HeightCm = Field("heightCm"), Clothing = Field("clothing"),
            Features = Field("features"), Place = Field("place"), Lat = Field("lat"), Lon = Field("lon"), LastSeenAt = Field("lastSeenAt"),
            Circumstances = Field("circumstances"), ReporterName = Field("reporterName"), ReporterPhone = Field("reporterPhone"),
            Key = Field("key"), HadPhoto = _photo is not null,
        };
        Report = ToReport();
    }

    public ReportEntry Entry { get; }

    public MissingReport Report { get; }

    /// <summary>Fields that could not be read at all.</summary>
    public List<FieldProblem> Problems { get; } = [];

    /// <summary>The photo, clean; null when there is none or it is wrong, which is told among the problems.</summary>
    public async Task<CleanPhoto?> CleanPhotoAsync(CancellationToken cancel)
    {
        if (_photo is null)
            return null;
        try
        {
            if (_photo.Length > PhotoCleaner.MaxBytes)
                throw new ProblemException(ProblemKind.TooLarge, "photo_too_large", "A photo may have 15 MB at most.");
            var bytes = new byte[_photo.Length];
            await using var upload = _photo.OpenReadStream();
            await upload.ReadExactlyAsync(bytes, cancel);
            return PhotoCleaner.Clean(bytes);
        }
        catch (ProblemException problem)
        {
            Problems.Add(new FieldProblem("Photo", problem.Code));
            return null;
        }
    }

    private MissingReport ToReport() => new()
    {
        Name = Entry.Name,
        Sex = Entry.Sex switch { "female" => Sex.Female, "male" => Sex.Male, _ => null },
        BirthDate = Read("BirthDate", Entry.BirthDate, ReadDate),
        HeightCm = Read<int>("HeightCm", Entry.HeightCm, text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var cm) ? cm : null),
        Features = Entry.Features,
        Clothing = Entry.Clothing,
        Place = Entry.Place,
        Latitude = Read("Latitude", Entry.Lat, ReadDegrees),
        Longitude = Read("Longitude", Entry.Lon, ReadDegrees),
        LastSeenAtUtc = ReadInstant(),
        Circumstances = Entry.Circumstances,
        ReporterName = Entry.ReporterName,
        ReporterPhone = Entry.ReporterPhone,
        IdempotencyKey = Entry.Key.Length is > 0 and <= 120 ? Entry.Key : null,
    };

    private DateTimeOffset? ReadInstant()
    {
        var draft = new TipDraft();
        draft.ReadSeenAt(Entry.LastSeenAt, Zone);
        Problems.AddRange(draft.Problems.Select(p => p with { Field = "LastSeenAtUtc" }));
        return draft.Form.SeenAtUtc;
    }

    private T? Read<T>(string field, string text, Func<string, T?> read) where T : struct
    {
        if (text.Length == 0)
            return null;
        var value = read(text);
        if (value is null)
            Problems.Add(new FieldProblem(field, "malformed"));
        return value;
    }

    private static DateOnly? ReadDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static double? ReadDegrees(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && double.IsFinite(degrees) ? degrees : null;
}
