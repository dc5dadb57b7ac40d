using System.Globalization;
using System.Net.Mime;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;
using Reunion.Console.Api.Public.Posters;
using Reunion.Console.Hosting.Accounts;
using Reunion.Console.Hosting.Surfaces;
using Reunion.Console.Resources;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Partners;
using Reunion.Core.Tips;
using Reunion.Core.Tips.Export;

namespace Reunion.Console.Api.Exports;

/// <summary>The tips of an alert as files for the case file.</summary>
internal static class TipExports
{
    public static void MapTipExports(this IEndpointRouteBuilder app)
    {
        var exports = app.MapConsoleSurface().MapGroup("/tips/export").RequireAuthorization(nameof(Permission.ReviewTips));
        exports.MapGet("/{alert}.csv", CsvAsync);
        exports.MapGet("/{alert}.pdf", PdfAsync);
    }

    /// <summary>The address of a file.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="format">What kind of file.</param>
    /// <param name="part">Which part, from 1.</param>
    public static string UrlOf(AlertId alert, ExportFormat format, int part) => string.Create(
        CultureInfo.InvariantCulture, $"tips/export/{alert}.{(format == ExportFormat.Csv ? "csv" : "pdf")}{(part == 1 ? "" : $"?part={part}")}");

    private static async Task<IResult> CsvAsync(
        string alert, int? part, CurrentActor current, ExportTips exports, ReadPartners partners, IStringLocalizer<TipsText> text, HttpResponse response,
        CancellationToken cancel)
    {
        var export = await exports.BeginAsync(await current.GetAsync(cancel), Read(alert), ExportFormat.Csv, part ?? 1, cancel);
        var words = await WordsAsync(export, partners, text, cancel);
        return File(response, export, MediaTypeNames.Text.Csv + "; charset=utf-8", "csv",
            body => TipCsv.WriteAsync(exports.ReadAsync(export, cancel), words, body, cancel));
    }

    private static async Task<IResult> PdfAsync(
        string alert, int? part, CurrentActor current, ExportTips exports, ReadTips tips, ReadPartners partners, PosterFonts fonts,
        IStringLocalizer<TipsText> text, HttpResponse response, CancellationToken cancel)
    {
        var (actor, id) = (await current.GetAsync(cancel), Read(alert));
        if (fonts.Find() is not var (regular, bold))
            return PosterFonts.Missing();
        var export = await exports.BeginAsync(actor, id, ExportFormat.Pdf, part ?? 1, cancel);
        var words = await WordsAsync(export, partners, text, cancel);
        return File(response, export, MediaTypeNames.Application.Pdf, "pdf",
            body => new TipPdf(export, words, PhotoAsync).WriteAsync(exports.ReadAsync(export, cancel), regular, bold, body, cancel));

        async Task<byte[]?> PhotoAsync(PhotoId photo)
        {
            try
            {
                return await tips.PhotoAsync(actor, photo, cancel);
            }
            catch (ProblemException e) when (e.Kind == ProblemKind.NotFound)
            {
                // Erased since the tip was read.
                return null;
            }
        }
    }

    private static async Task<TipWords> WordsAsync(TipExport export, ReadPartners partners, IStringLocalizer<TipsText> text, CancellationToken cancel) =>
        new(text, (await partners.ListAsync(export.Reader, cancel)).ToDictionary(p => p.Id, p => p.Name));

    private static PushStreamHttpResult File(HttpResponse response, TipExport export, string type, string ending, Func<Stream, Task> write)
    {
        response.Headers.CacheControl = "no-store";
        return TypedResults.Stream(write, type, $"{export.AlertCode}-tips{(export.Parts == 1 ? "" : $"-{export.Part}")}.{ending}");
    }

    private static AlertId Read(string id) => TypedId.TryParse<AlertId>(id, out var alert) ? alert : throw ProblemException.NotFound("alert");
}
