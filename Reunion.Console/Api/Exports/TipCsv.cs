using System.Text;
using Reunion.Core.Tips.Export;

namespace Reunion.Console.Api.Exports;

/// <summary>Writes tips as a table: UTF-8 with a byte order mark, by which spreadsheets know Chinese.</summary>
internal static class TipCsv
{
    private static readonly string[] Columns =
    [
        "ColNumber", "ColReceived", "ColSeenAt", "ColKind", "ColReview", "ColPlace", "ColLatitude", "ColLongitude", "ColText", "ColContact",
        "ColSource", "ColPhotos", "ColReviewer", "ColReviewedAt", "ColReason",
    ];

    /// <summary>Writes a header and a line for each tip, as they come.</summary>
    /// <param name="tips">The tips.</param>
    /// <param name="words">The words in the reader's language.</param>
    /// <param name="body">Where to write.</param>
    /// <param name="cancel">Stops between two lines.</param>
    public static async Task WriteAsync(IAsyncEnumerable<ExportedTip> tips, TipWords words, Stream body, CancellationToken cancel)
    {
        await using var writer = new StreamWriter(body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 32 * 1024, leaveOpen: true);
        await writer.WriteAsync(CsvLine.Of(Columns.Select(name => words[name])).AsMemory(), cancel);
        await foreach (var tip in tips.WithCancellation(cancel))
            await writer.WriteAsync(CsvLine.Of(Cells(tip, words)).AsMemory(), cancel);
    }

    private static object?[] Cells(ExportedTip tip, TipWords words) =>
    [
        tip.Number, TipWords.Time(tip.ReceivedAtUtc), TipWords.Time(tip.SeenAtUtc), words.Kind(tip), words.Review(tip), tip.Place,
        tip.Latitude, tip.Longitude, tip.Text, tip.Contact, words.Source(tip), tip.Photos.Count, tip.ReviewedByName,
        TipWords.Time(tip.ReviewedAtUtc), tip.ReviewReason,
    ];
}
