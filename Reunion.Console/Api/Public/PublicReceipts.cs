using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Reunion.Console.Api.Public.Caching;
using Reunion.Console.Api.Public.Pressure;
using Reunion.Console.Components.Public;
using Reunion.Console.Hosting.Problems;
using Reunion.Core.Common.Problems;
using Reunion.Core.Tips.Conversation;

namespace Reunion.Console.Api.Public;

/// <summary><c>/t/{receiptCode}</c>: where a tip stands, and the conversation about it. The code is all that is asked for.</summary>
internal static class PublicReceipts
{
    private const int ReceiptLength = 16;
    private const int MaxFormBytes = 64 * 1024;

    public static void MapReceipts(this IEndpointRouteBuilder site)
    {
        site.MapGet("/t/{receiptCode}", PageAsync);
        site.MapPost("/t/{receiptCode}/messages", SendAsync)
            .WithMetadata(new RequestSizeLimitAttribute(MaxFormBytes)).RequireRateLimiting(PublicRates.Forms);
    }

    private static async Task<RazorComponentResult<ReceiptPage>> PageAsync(
        string receiptCode, HttpContext context, ReceiptReader reader, CancellationToken cancel)
    {
        var receipt = await reader.FindAsync(context, Normal(receiptCode), cancel);
        return Page(context, receipt, StatusCodes.Status200OK);
    }

    private static async Task<IResult> SendAsync(
        string receiptCode, HttpContext context, ReceiptReader reader, AddTipMessage add, CancellationToken cancel)
    {
        var receipt = await reader.FindAsync(context, Normal(receiptCode), cancel);
        var form = await PublicForm.ReadAsync(context.Request, cancel);
        try
        {
            await add.ExecuteAsync(receipt.Code, form["text"].ToString(), form["key"].ToString(), cancel);
            context.Response.Headers.Location = $"/t/{receipt.Code}{PublicPages.LanguageOf(context)}#talk";
            return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
        }
        catch (ProblemException problem) when (problem.Kind != ProblemKind.NotFound)
        {
            return Page(context, receipt, ProblemAnswer.StatusOf(problem.Kind), form["text"].ToString(), problem.Fields is [var field, ..] ? field.Code : problem.Code);
        }
    }

    // Codes are read aloud and typed: spaces, dashes and small letters mean nothing.
    private static string Normal(string code) => code.Length > 100 ? "" : new string([.. code.Where(char.IsAsciiLetterOrDigit)]).ToUpperInvariant() switch
    {
        { Length: ReceiptLength } plain => plain,
        _ => "",
    };

    private static RazorComponentResult<ReceiptPage> Page(
        HttpContext context, Receipt receipt, int status, string text = "", string? problem = null)
    {
        context.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<ReceiptPage>(new Dictionary<string, object?>
        {
            [nameof(ReceiptPage.Receipt)] = receipt,
            [nameof(ReceiptPage.Text)] = text,
            [nameof(ReceiptPage.Problem)] = problem,
            [nameof(ReceiptPage.Key)] = PageCapture.KeyFor(context),
        })
        { StatusCode = status };
    }
}
