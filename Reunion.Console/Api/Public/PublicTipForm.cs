using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Reunion.Console.Api.Tips;
using Reunion.Console.Components.Public;
using Reunion.Core.Common.Problems;
using Reunion.Core.Geography;
using Reunion.Core.Photos;
using Reunion.Core.Tips;

namespace Reunion.Console.Api.Public;

/// <summary>The public form as it came in: what was entered, and the tip in it. Empty fields count as absent.</summary>
internal sealed class PublicTipForm : IDisposable
{
    private const int KeyLength = 32;

    // A time without an offset is that of the place; the whole of China keeps one.
    private static readonly TimeSpan Zone = TimeSpan.FromHours(8);

    private IDisposable? _seat;

    private PublicTipForm(TipEntry entry) => Entry = entry;

    public TipEntry Entry { get; }

    public TipDraft Draft { get; } = new();

    /// <summary>The challenge that the browser worked on, and what it found; empty when none was asked for.</summary>
    public (string Challenge, string Answer) Proof { get; private init; }

    /// <exception cref="ProblemException"><c>malformed</c>: this is no form.</exception>
    /// <exception cref="BadHttpRequestException">Too large, or another type.</exception>
    public static async Task<PublicTipForm> ReadAsync(HttpRequest request, TipIntake intake, CancellationToken cancel)
    {
        var fields = await PublicForm.ReadAsync(request, cancel);
        var form = new PublicTipForm(ToEntry(fields)) { Proof = (fields["challenge"].ToString(), fields["answer"].ToString()) };
        form.ReadWords();
        if (form.Entry.HadPhotos)
            await form.ReadPhotosAsync(fields.Files.GetFiles("photos"), intake, cancel);
        form.Draft.Form.IdempotencyKey = form.Key();
        return form;
    }

    /// <summary>Lets the next tip with photos in.</summary>
    public void Dispose() => _seat?.Dispose();

    private static TipEntry ToEntry(IFormCollection fields) => new()
    {
        Kind = fields["kind"].ToString(),
        Text = fields["text"].ToString(),
        SeenAt = fields["seenAt"].ToString(),
        Lat = fields["lat"].ToString(),
        Lon = fields["lon"].ToString(),
        Place = fields["place"].ToString(),
        Contact = fields["contact"].ToString(),
        EarlierReceipt = fields["earlierReceipt"].ToString(),
        Key = fields["key"].ToString(),
        HadPhotos = fields.Files.GetFiles("photos").Any(f => f.Length > 0),
    };

    private void ReadWords()
    {
        Draft.Form.Source = TipSource.PublicPage;
        (Draft.Form.Text, Draft.Form.Place, Draft.Form.Contact) = (Entry.Text, Entry.Place, Entry.Contact);
        Draft.Form.EarlierReceipt = Entry.EarlierReceipt;
        Draft.ReadKind(Entry.Kind);
        Draft.ReadSeenAt(Entry.SeenAt, Zone);
        Draft.ReadPoint(Degrees("lat", Entry.Lat), Degrees("lon", Entry.Lon), Datum.Wgs84);
    }

    private double? Degrees(string field, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && double.IsFinite(degrees))
            return degrees;
        Draft.Problems.Add(new FieldProblem(field, "malformed"));
        return null;
    }

    private async Task ReadPhotosAsync(IEnumerable<IFormFile> files, TipIntake intake, CancellationToken cancel)
    {
        _seat = await intake.TakeSeatAsync(cancel);
        try
        {
            await ReadPhotosAsync(files, cancel);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    private async Task ReadPhotosAsync(IEnumerable<IFormFile> files, CancellationToken cancel)
    {
        List<PhotoUpload> photos = [];
        foreach (var file in files.Where(f => f.Length > 0))
            photos.Add(await ReadAsync(file, cancel));
        Draft.Form.Photos = photos;
    }

    private static async Task<PhotoUpload> ReadAsync(IFormFile file, CancellationToken cancel)
    {
        if (file.Length > PhotoCleaner.MaxBytes)
            return new PhotoUpload(file.FileName, [], "photo_too_large");
        var photo = GC.AllocateUninitializedArray<byte>((int)file.Length);
        await using var upload = file.OpenReadStream();
        await upload.ReadExactlyAsync(photo, cancel);
        return new PhotoUpload(file.FileName, photo);
    }

    // Bound to what was entered: who goes back and writes something else sends another tip. A key that is not ours is no key.
    private string? Key()
    {
        if (Entry.Key.Length != KeyLength || !Entry.Key.All(char.IsAsciiHexDigitLower))
            return null;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        string[] all = [Entry.Key, Entry.Kind, Entry.Text, Entry.SeenAt, Entry.Lat, Entry.Lon, Entry.Place, Entry.Contact, Entry.EarlierReceipt];
        foreach (var entered in all)
            hash.AppendData(Encoding.UTF8.GetBytes(entered + "\0"));
        foreach (var photo in Draft.Form.Photos)
            hash.AppendData(photo.Bytes);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
