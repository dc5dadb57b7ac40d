using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.VisualBasic.FileIO;
using Reunion.Console.Api.Exports;
using Reunion.Console.Api.Public.Posters;
using Reunion.Console.Resources;
using Reunion.Core.Alerts;
using Reunion.Core.Audit;
using Reunion.Core.Common.People;
using Reunion.Core.Photos;
using Reunion.Core.Tips;
using Reunion.Core.Tips.Export;
using Reunion.Tests.Support;
using Reunion.Tests.Support.Photos;

namespace Reunion.Tests.Api.Exports;

/// <summary>The files as a supervisor gets them.</summary>
public sealed partial class TipExportTests(ReunionSurface scene) : IClassFixture<ReunionSurface>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_table_is_read_back_word_for_word_by_another_program_and_calculates_nothing()
    {
        var facts = await scene.IssueAsync();
        var evil = "=HYPERLINK(\"http://evil.example\";\"点我\"),\"\"\n第二行";
        await TipAsync(facts.Alert.Id, evil, "+86 138 0000 0000", -33.5);
        await TipAsync(facts.Alert.Id, "在\u201C萧山站\u201D看见她,和一个男人", "", 30.2);
        using var supervisor = await scene.SignInAsync(Roles.Supervisor);
        using var answer = await supervisor.GetAsync($"tips/export/{facts.Alert.Id}.csv", Cancel);
        Assert.Equal((HttpStatusCode.OK, "text/csv", "utf-8"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, answer.Content.Headers.ContentType?.CharSet));
        Assert.Equal($"{facts.Alert.Code}-tips.csv", answer.Content.Headers.ContentDisposition?.FileName);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        var bytes = await answer.Content.ReadAsByteArrayAsync(Cancel);
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);

        var rows = Parse(bytes);
        Assert.Equal(15, rows[0].Length);
        Assert.All(rows, r => Assert.Equal(15, r.Length));
        Assert.Equal(["1", "2"], rows.Skip(1).Select(r => r[0]));
        Assert.Equal(("-33.5", "'" + evil, "'+86 138 0000 0000"), (rows[1][6], rows[1][8].ReplaceLineEndings("\n"), rows[1][9]));
        Assert.Equal("在\u201C萧山站\u201D看见她,和一个男人", rows[2][8]);
        var entry = Assert.Single(await scene.ReadAsync(db => db.Set<AuditEntry>().Where(e => e.Action == AuditAction.TipsExported && e.Case == facts.Case.Id).ToListAsync(Cancel)));
        Assert.Equal("CSV, 2", entry.Detail);
    }

    [Fact]
    public async Task The_pages_hold_the_photos_as_they_are_stored_and_are_numbered()
    {
        var facts = await scene.IssueAsync();
        var photo = TestPhotos.Jpeg();
        for (var i = 0; i < 12; i++)
            await TipAsync(facts.Alert.Id, $"第{i}条:萧山火车站,穿黄色雨衣 \U0001F9D2 " + new string('看', 300), "", 30.2, i % 4 == 0 ? [photo, photo, photo] : []);
        using var supervisor = await scene.SignInAsync(Roles.Supervisor);
        using var answer = await supervisor.GetAsync($"tips/export/{facts.Alert.Id}.pdf", Cancel);
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var bytes = await answer.Content.ReadAsByteArrayAsync(Cancel);
        var pdf = Encoding.Latin1.GetString(bytes);

        Assert.StartsWith("%PDF-", pdf, StringComparison.Ordinal);
        // The table of what is where is found at the place that the last line names: nothing was lost on the way.
        var table = int.Parse(Start().Match(pdf).Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal("xref", pdf.Substring(table, 4));
        foreach (Match entry in Entry().Matches(pdf[table..]))
            Assert.Matches(@"^\d+ 0 obj", pdf.Substring(int.Parse(entry.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture), 12));
        Assert.InRange(Page().Count(pdf), 3, 12);
        // What is copied from it or searched for in it is the child's name, not what looks like it.
        Assert.Contains("/ActualText <FEFF5C0F>", Unpacked(bytes), StringComparison.Ordinal);
        Assert.Equal(9, Photo().Count(pdf));
        var stored = await scene.ReadAsync(db => db.Set<TipPhoto>().Select(p => p.Jpeg).FirstAsync(Cancel));
        Assert.Contains(Encoding.Latin1.GetString(stored), pdf, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_tip_goes_on_on_the_next_page_and_memory_holds_one_tip_at_a_time()
    {
        var export = new TipExport
        {
            Reader = TestActors.Officer, AtUtc = DateTimeOffset.UnixEpoch, CaseId = default, ChildName = "小雨", Unit = "西湖分局", AlertCode = "7K3QX9PM",
            Mode = AlertMode.Exercise, Total = 400, Part = 1, Ids = [.. Enumerable.Repeat(default(Core.Common.TipId), 400)],
        };
        var photo = PhotoCleaner.Clean(TestPhotos.Jpeg()).Jpeg;
        var words = new TipWords(scene.Get<IStringLocalizer<TipsText>>(), new Dictionary<Core.Common.PartnerId, string>());
        var pdf = new TipPdf(export, words, _ => Task.FromResult<byte[]?>(photo));
        var (regular, bold) = scene.Get<PosterFonts>().Find()!.Value;
        using var file = new MemoryStream();
        await pdf.WriteAsync(Tips(), regular, bold, file, Cancel);

        var text = Encoding.Latin1.GetString(file.ToArray());
        // 4,000 characters, 46 to a line of 15.4 points: two pages each at the least.
        Assert.InRange(Page().Count(text), 801, 1300);
        Assert.True(file.Length > 20L * photo.Length && pdf.LargestPage < Math.Max(2_000_000, file.Length / 4), $"{pdf.LargestPage} of {file.Length}");

        async IAsyncEnumerable<ExportedTip> Tips()
        {
            for (var i = 1; i <= export.Count; i++)
            {
                yield return new ExportedTip(
                    i, default, DateTimeOffset.UnixEpoch, null, TipKind.Ride, TipReview.New, "", null, null, new string('看', 4000), "", TipSource.PublicPage,
                    null, [default, default], "", null, "");
                await Task.Yield();
            }
        }
    }

    [Fact]
    public async Task An_officer_is_refused()
    {
        var facts = await scene.IssueAsync();
        using var officer = await scene.SignInAsync(Roles.Officer);
        foreach (var ending in (string[])["csv", "pdf"])
            Assert.Equal(HttpStatusCode.Forbidden, (await officer.GetAsync($"tips/export/{facts.Alert.Id}.{ending}", Cancel)).StatusCode);
    }

    private Task<TipReceipt> TipAsync(Core.Common.AlertId alert, string text, string contact, double latitude, params byte[][] photos) => scene.Get<SubmitTip>().ExecuteAsync(
        alert, new TipForm
        {
            Kind = TipKind.Sighting, Text = text, Contact = contact, Latitude = latitude, Longitude = 120, Place = "萧山站",
            Photos = [.. photos.Select(p => new PhotoUpload("photo.jpg", p))],
        }, Cancel);

    private static string Unpacked(byte[] pdf)
    {
        var text = new StringBuilder();
        var latin = Encoding.Latin1.GetString(pdf);
        foreach (Match packed in Packed().Matches(latin))
        {
            using var stream = new ZLibStream(new MemoryStream(pdf, packed.Index + packed.Length, pdf.Length - packed.Index - packed.Length), CompressionMode.Decompress);
            using var unpacked = new MemoryStream();
            stream.CopyTo(unpacked);
            text.Append(Encoding.Latin1.GetString(unpacked.ToArray()));
        }

        return text.ToString();
    }

    private static List<string[]> Parse(byte[] csv)
    {
        using var parser = new TextFieldParser(new MemoryStream(csv), Encoding.UTF8) { HasFieldsEnclosedInQuotes = true, TrimWhiteSpace = false };
        parser.SetDelimiters(",");
        var rows = new List<string[]>();
        while (!parser.EndOfData)
            rows.Add(parser.ReadFields()!);
        return rows;
    }

    [GeneratedRegex(@"startxref\s+(\d+)\s+%%EOF\s*$")]
    private static partial Regex Start();

    [GeneratedRegex(@"(\d{10}) 00000 n")]
    private static partial Regex Entry();

    [GeneratedRegex(@"/Type /Page\b")]
    private static partial Regex Page();

    [GeneratedRegex(@"/Filter /FlateDecode[^>]*>>\s*stream\r?\n")]
    private static partial Regex Packed();

    [GeneratedRegex(@"/Filter /DCTDecode")]
    private static partial Regex Photo();
}
