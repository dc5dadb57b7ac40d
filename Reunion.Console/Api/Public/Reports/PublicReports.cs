using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Reunion.Console.Api.Public.Caching;
using Reunion.Console.Api.Public.Pressure;
using Reunion.Console.Components.Public.Reports;
using Reunion.Console.Hosting.Problems;
using Reunion.Core.Alerts.Publishing;
using Reunion.Core.Cases;
using Reunion.Core.Cases.Reporting;
using Reunion.Core.Common.Problems;

namespace Reunion.Console.Api.Public.Reports;

/// <summary><c>/report</c>: a parent starts a report, an officer takes it from there. Nothing is published.</summary>
internal static class PublicReports
{
    private const int CodeLength = 16;
    private const int MaxFormBytes = 20 * 1024 * 1024;

    public static void MapReports(this IEndpointRouteBuilder site)
    {
        site.MapGet("/report", Form).WithMetadata(PageCacheMetadata.Form);
        site.MapPost("/report", SendAsync).WithMetadata(new RequestSizeLimitAttribute(MaxFormBytes)).RequireRateLimiting(PublicRates.Reports);
        site.MapGet("/report/{code}", ReportedAsync);
    }

    private static RazorComponentResult<ReportPage> Form(HttpContext context) =>
        Page(new ReportEntry { Key = PageCapture.KeyFor(context) }, [], StatusCodes.Status200OK);

    private static async Task<IResult> SendAsync(HttpContext context, ReportIntake intake, CancellationToken cancel)
    {
        var form = new ReportForm(await PublicForm.ReadAsync(context.Request, cancel));
        var wantsJson = context.Request.GetTypedHeaders().Accept.Any(a => a.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase));
        try
        {
            var receipt = await intake.SubmitAsync(form, cancel);
            if (wantsJson)
                return TypedResults.Json(new ReportAnswer(receipt.ReportCode), statusCode: StatusCodes.Status201Created);
            context.Response.Headers.Location = $"/report/{receipt.ReportCode}{PublicPages.LanguageOf(context)}";
            return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
        }
        catch (ProblemException problem) when (!wantsJson && problem.Fields.Count > 0)
        {
            return Page(form.Entry, problem.Fields, ProblemAnswer.StatusOf(problem.Kind));
        }
        catch (ProblemException problem) when (!wantsJson && problem.Code == "no_unit")
        {
            return Page(form.Entry, [new FieldProblem("place", problem.Code)], ProblemAnswer.StatusOf(problem.Kind));
        }
    }

    private static RazorComponentResult<ReportPage> Page(ReportEntry entry, IReadOnlyList<FieldProblem> problems, int status) =>
        new(new Dictionary<string, object?>
        {
            [nameof(ReportPage.Entry)] = entry,
            [nameof(ReportPage.Errors)] = problems.DistinctBy(p => p.Field).ToDictionary(p => p.Field, p => p.Code),
        })
        { StatusCode = status };

    private static async Task<RazorComponentResult<ReportedPage>> ReportedAsync(
        string code, HttpContext context, ReadReports reports, ReadAlerts alerts, WrongCodes wrong, CancellationToken cancel)
    {
        if (wrong.TooMany(context))
            throw new BadHttpRequestException("Too many codes were tried.", StatusCodes.Status429TooManyRequests);
        var plain = code.Length > 100 ? "" : new string([.. code.Where(char.IsAsciiLetterOrDigit)]).ToUpperInvariant();
        if (plain.Length != CodeLength || await reports.ByCodeAsync(plain, cancel) is not { } report)
        {
            wrong.Add(context);
            throw ProblemException.NotFound("report");
        }

        context.Response.Headers.CacheControl = "no-store";
        var alert = report.Status == CaseStatus.Active ? await alerts.FindByCaseAsync(report.CaseId, cancel) : null;
        return new RazorComponentResult<ReportedPage>(new Dictionary<string, object?>
        {
            [nameof(ReportedPage.Code)] = plain,
            [nameof(ReportedPage.Report)] = report,
            [nameof(ReportedPage.AlertCode)] = alert is { } facts && PublicAlerts.IsPublic(facts) ? facts.Alert.Code : null,
        });
    }
}
