using Microsoft.AspNetCore.Http.HttpResults;
using Reunion.Console.Api.Public.Caching;
using Reunion.Console.Components.Public;
using Reunion.Core.Alerts;
using Reunion.Core.Alerts.Clarifications;
using Reunion.Core.Alerts.Publishing;
using Reunion.Core.Cases;
using Reunion.Core.Geography;

namespace Reunion.Console.Api.Public;

/// <summary>The pages for everybody: plain HTML, the same for every reader of a language.</summary>
internal static class PublicPages
{
    private static readonly TimeSpan FoundFor = TimeSpan.FromDays(7);

    public static void MapPages(this IEndpointRouteBuilder site)
    {
        site.MapGet("/", HomeAsync).WithMetadata(PageCacheMetadata.Shared);
        site.MapGet("/a/{code}", AlertAsync).WithMetadata(PageCacheMetadata.Form);
        site.MapMethods("/error", [HttpMethods.Get, HttpMethods.Head, HttpMethods.Post], Error);
    }

    /// <summary>The page of an alert under way, with what stands in its form.</summary>
    public static RazorComponentResult<AlertPage> AlertPage(
        AlertFacts facts, AlertPublisher publisher, TipEntry entry, IReadOnlyDictionary<string, string>? errors = null, bool isBusy = false) =>
        new(new Dictionary<string, object?>
        {
            [nameof(Components.Public.AlertPage.Alert)] = publisher.Publish(facts, Datum.Wgs84),
            [nameof(Components.Public.AlertPage.Proposed)] = AlertText.Propose(facts.Case, facts.Alert.IssuedAtUtc).Description,
            [nameof(Components.Public.AlertPage.Entry)] = entry,
            [nameof(Components.Public.AlertPage.Errors)] = errors ?? new Dictionary<string, string>(),
            [nameof(Components.Public.AlertPage.IsBusy)] = isBusy,
        })
        {
            StatusCode = isBusy ? StatusCodes.Status429TooManyRequests : errors is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };

    /// <summary>The query that keeps the language which the reader asked for in the address; empty without.</summary>
    public static string LanguageOf(HttpContext context) =>
        context.Request.Query["lang"].ToString() is "zh" or "en" ? $"?lang={context.Request.Query["lang"]}" : "";

    /// <summary>The page of an alert that is over.</summary>
    public static RazorComponentResult<OverPage> OverPage(AlertFacts facts, int status) =>
        new(new Dictionary<string, object?> { [nameof(Components.Public.OverPage.IsFound)] = IsBack(facts) }) { StatusCode = status };

    private static async Task<RazorComponentResult<HomePage>> HomeAsync(
        PublicAlerts alerts, AlertPublisher publisher, ReadClarifications clarifications, TimeProvider clock, CancellationToken cancel)
    {
        var missing = await alerts.OpenAsync(cancel);
        var since = clock.GetUtcNow() - FoundFor;
        var ended = await alerts.EndedSinceAsync(since, cancel);
        return new RazorComponentResult<HomePage>(new Dictionary<string, object?>
        {
            [nameof(HomePage.Missing)] = missing.Select(f => publisher.Publish(f, Datum.Wgs84)).ToList(),
            [nameof(HomePage.Found)] = ended.Where(IsBack)
                .Select(f => new FoundChild(publisher.Publish(f, Datum.Wgs84).Child, f.Alert.EndedAtUtc!.Value)).ToList(),
            [nameof(HomePage.Clarifications)] = await clarifications.SinceAsync(since, cancel),
        });
    }

    private static async Task<IResult> AlertAsync(
        string code, HttpContext context, PublicAlerts alerts, AlertPublisher publisher, CancellationToken cancel)
    {
        var facts = await alerts.GetAsync(code, cancel);
        return facts.Alert.Status == AlertStatus.Ended
            ? OverPage(facts, StatusCodes.Status200OK)
            : AlertPage(facts, publisher, new TipEntry { Key = PageCapture.KeyFor(context) });
    }

    private static RazorComponentResult<PublicErrorPage> Error(HttpContext context) =>
        new() { StatusCode = context.Response.StatusCode < 400 ? StatusCodes.Status404NotFound : context.Response.StatusCode };

    private static bool IsBack(AlertFacts facts) => facts.Alert.Outcome is Outcome.FoundSafe or Outcome.FoundInjured;
}
