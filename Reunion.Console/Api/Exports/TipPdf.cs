using System.Globalization;
using Reunion.Console.Live;
using Reunion.Core.Alerts;
using Reunion.Core.Tips.Export;
using SkiaSharp;

namespace Reunion.Console.Api.Exports;

/// <summary>Writes tips as pages with their photos, one tip after the other.</summary>
/// <param name="export">What the file is about.</param>
/// <param name="words">The words in the reader's language.</param>
/// <param name="photo">Gives a photo's JPEG; null when it is no longer stored.</param>
internal sealed class TipPdf(TipExport export, TipWords words, Func<Core.Common.PhotoId, Task<byte[]?>> photo)
{
    /// <summary>The most bytes held at a time while writing.</summary>
    public long LargestPage { get; private set; }

    /// <summary>Writes the document; memory holds the photos of one tip, and what was written of it.</summary>
    /// <param name="tips">The tips.</param>
    /// <param name="regular">The typeface of words.</param>
    /// <param name="bold">The typeface of headings.</param>
    /// <param name="body">Where to write.</param>
    /// <param name="cancel">Stops between two tips.</param>
    public async Task WriteAsync(IAsyncEnumerable<ExportedTip> tips, SKTypeface regular, SKTypeface bold, Stream body, CancellationToken cancel)
    {
        using var buffer = new PageBuffer();
        var metadata = new SKDocumentPdfMetadata { Title = words["PdfTitle", export.ChildName], Creation = export.AtUtc.UtcDateTime, RasterDpi = 150, EncodingQuality = 85 };
        using var document = SKDocument.CreatePdf(buffer, metadata);
        var sheet = new TipSheet(document, regular, bold, Foot);
        Title(sheet);
        await foreach (var tip in tips.WithCancellation(cancel))
        {
            Tip(sheet, tip);
            foreach (var pair in tip.Photos.Chunk(2))
            {
                List<byte[]?> files = [];
                foreach (var id in pair)
                    files.Add(await photo(id));
                sheet.Photos(files, words["PdfPhotoGone"]);
            }

            await buffer.SendAsync(body, cancel);
        }

        sheet.Heading(words["PdfEnd", export.Count], "");
        sheet.End();
        document.Close();
        await buffer.SendAsync(body, cancel);
        LargestPage = buffer.Largest;
    }

    private void Title(TipSheet sheet) => sheet.Title(
        words["PdfTitle", export.ChildName], export.Mode == AlertMode.Actual ? null : words["DrillTitle"],
        [
            words["PdfAbout", export.CaseId, export.AlertCode, export.Unit],
            words["PdfBy", export.Reader.Name, export.Reader.UnitName, LocalTime.Long(export.AtUtc)],
            export.Parts == 1
                ? words["PdfCount", export.Total]
                : words["PdfPart", export.First, export.First + export.Count - 1, export.Total, export.Part, export.Parts],
            words["PdfPersonal"] + " " + words["PdfOriginals"],
        ]);

    private (string Left, string Right) Foot(int page) =>
        (words["PdfFoot", export.ChildName, export.AlertCode, LocalTime.Long(export.AtUtc), export.Reader.Name], words["PdfPage", page]);

    private void Tip(TipSheet sheet, ExportedTip tip)
    {
        sheet.Heading(string.Create(CultureInfo.InvariantCulture, $"{tip.Number} · {words.Kind(tip)}"), words.Review(tip));
        sheet.Fact(words["ColReceived"], TipWords.Time(tip.ReceivedAtUtc));
        sheet.Fact(words["ColSeenAt"], TipWords.Time(tip.SeenAtUtc));
        sheet.Fact(words["ColPlace"], tip.Place);
        if (tip is { Latitude: { } latitude, Longitude: { } longitude })
            sheet.Fact(words["OnMap"], words["PdfPoint", latitude.ToString("0.00000", CultureInfo.InvariantCulture), longitude.ToString("0.00000", CultureInfo.InvariantCulture)]);
        sheet.Fact(words["ColSource"], words.Source(tip));
        sheet.Fact(words["ColContact"], tip.Contact);
        sheet.Fact(words["ColReviewer"], tip.ReviewedByName);
        sheet.Fact(words["ColReviewedAt"], TipWords.Time(tip.ReviewedAtUtc));
        sheet.Fact(words["ColReason"], tip.ReviewReason);
        sheet.Words(tip.Text);
    }
}
