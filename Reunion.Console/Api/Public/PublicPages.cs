using Microsoft.AspNetCore.Http.HttpResults;
using Reunion.Console.Components.Public;
using Reunion.Core.Alerts;
using Reunion.Core.Alerts.Publishing;
using Reunion.Core.Cases;
using Reunion.Core.Common.Problems;
using Reunion.Core.Geography;
using Reunion.Core.Tips;

namespace Reunion.Console.Api.Public;

/// <summary>The pages for everybody: plain HTML, the same for every reader of a language.</summary>
internal static class PublicPages
{
    private const int ReceiptLength = 16;
    private static readonly TimeSpan FoundFor = TimeSpan.FromDays(7);

    public static void MapPages(this IEndpointRouteBuilder site)
    {
        site.MapGet("/", HomeAsync);
        site.MapGet("/a/{code}", AlertAsync);
        site.MapGet("/t/{receiptCode}", ReceiptAsync);
        site.MapMethods("/error", [HttpMethods.Get, HttpMethods.Head, HttpMethods.Post], Error);
    }

    /// <summary>The page of an alert under way, with what stands in its form.</summary>
    public static RazorComponentResult<AlertPage> AlertPage(
        AlertFacts facts, AlertPublisher publisher, TipEntry entry, IReadOnlyDictionary<string, string>? errors = null) =>
        new(new Dictionary<string, object?>
        {
            [nameof(Components.Public.AlertPage.Alert)] = publisher.Publish(facts, Datum.Wgs84),
            [nameof(Components.Public.AlertPage.Proposed)] = AlertText.Propose(facts.Case, facts.Alert.IssuedAtUtc).Description,
            [nameof(Components.Public.AlertPage.Entry)] = entry,
            [nameof(Components.Public.AlertPage.Errors)] = errors ?? new Dictionary<string, string>(),
        })
        { StatusCode = errors is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest };

    /// <summary>The page of an alert that is over.</summary>
    public static RazorComponentResult<OverPage> OverPage(AlertFacts facts, int status) =>
        new(new Dictionary<string, object?> { [nameof(Components.Public.OverPage.IsFound)] = IsBack(facts) }) { StatusCode = status };

    private static async Task<RazorComponentResult<HomePage>> HomeAsync(
        PublicAlerts alerts, AlertPublisher publisher, TimeProvider clock, CancellationToken cancel)
    {
        var missing = await alerts.OpenAsync(cancel);
        var ended = await alerts.EndedSinceAsync(clock.GetUtcNow() - FoundFor, cancel);
        return new RazorComponentResult<HomePage>(new Dictionary<string, object?>
        {
            [nameof(HomePage.Missing)] = missing.Select(f => publisher.Publish(f, Datum.Wgs84)).ToList(),
            [nameof(HomePage.Found)] = ended.Where(IsBack)
                .Select(f => new FoundChild(publisher.Publish(f, Datum.Wgs84).Child, f.Alert.EndedAtUtc!.Value)).ToList(),
        });
    }

    private static async Task<IResult> AlertAsync(string code, PublicAlerts alerts, AlertPublisher publisher, CancellationToken cancel)
    {
        var facts = await alerts.GetAsync(code, cancel);
        return facts.Alert.Status == AlertStatus.Ended ? OverPage(facts, StatusCodes.Status200OK) : AlertPage(facts, publisher, new TipEntry());
    }

    private static async Task<RazorComponentResult<ReceiptPage>> ReceiptAsync(
        string receiptCode, HttpContext context, ReadTips tips, PublicAlerts alerts, CancellationToken cancel)
    {
        var code = new string([.. receiptCode.Where(char.IsAsciiLetterOrDigit)]).ToUpperInvariant();
        var tip = code.Length == ReceiptLength ? await tips.ByReceiptAsync(code, cancel) : null;
        if (tip is null || await alerts.FindAsync(tip.AlertId, cancel) is not { } facts)
            throw ProblemException.NotFound("receipt");
        context.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<ReceiptPage>(new Dictionary<string, object?>
        {
            [nameof(ReceiptPage.Code)] = code,
            [nameof(ReceiptPage.Tip)] = tip,
            [nameof(ReceiptPage.Phone)] = facts.Alert.Status == AlertStatus.Ended ? null : facts.Case.ContactPhone,
        });
    }

    private static RazorComponentResult<PublicErrorPage> Error(HttpContext context) =>
        new() { StatusCode = context.Response.StatusCode < 400 ? StatusCodes.Status404NotFound : context.Response.StatusCode };

    private static bool IsBack(AlertFacts facts) => facts.Alert.Outcome is Outcome.FoundSafe or Outcome.FoundInjured;
}
