using Microsoft.AspNetCore.Mvc;
using Reunion.Console.Api.Tips;
using Reunion.Core.Alerts.Publishing;
using Reunion.Core.Common.Problems;

namespace Reunion.Console.Api.Public;

/// <summary><c>POST /a/{code}/tips</c>: the form of the alert's page, for browsers and programs.</summary>
internal static class PublicTips
{
    public static void MapTips(this IEndpointRouteBuilder site) =>
        site.MapPost("/a/{code}/tips", SubmitAsync).WithMetadata(new RequestSizeLimitAttribute(TipIntake.MaxFormBytes));

    private static async Task<IResult> SubmitAsync(
        string code, HttpContext context, PublicAlerts alerts, AlertPublisher publisher, TipIntake intake, CancellationToken cancel)
    {
        var alert = await alerts.DemandAsync(code, cancel);
        using var form = await PublicTipForm.ReadAsync(context.Request, intake, cancel);
        var wantsJson = context.Request.GetTypedHeaders().Accept.Any(a => a.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase));
        try
        {
            var answer = await intake.SubmitAsync(alert, form.Draft, cancel);
            if (wantsJson)
                return TypedResults.Json(answer, statusCode: StatusCodes.Status201Created);
            var language = context.Request.Query["lang"].ToString() is "zh" or "en" ? $"?lang={context.Request.Query["lang"]}" : "";
            context.Response.Headers.Location = $"/t/{answer.ReceiptCode}{language}";
            return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
        }
        catch (ProblemException problem) when (!wantsJson && problem.Fields.Count > 0)
        {
            return PublicPages.AlertPage(await alerts.GetAsync(code, cancel), publisher, form.Entry, problem.Fields.ToDictionary(f => f.Field, f => f.Code));
        }
        catch (ProblemException problem) when (!wantsJson && problem.Code == "alert_ended")
        {
            return PublicPages.OverPage(await alerts.GetAsync(code, cancel), StatusCodes.Status410Gone);
        }
    }
}
