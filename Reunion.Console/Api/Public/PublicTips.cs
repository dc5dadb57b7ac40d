using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Reunion.Console.Api.Public.Pressure;
using Reunion.Console.Api.Tips;
using Reunion.Core.Alerts.Publishing;
using Reunion.Core.Common.Problems;

namespace Reunion.Console.Api.Public;

/// <summary><c>POST /a/{code}/tips</c>: the form of the alert's page, for browsers and programs.</summary>
internal static class PublicTips
{
    private const string RetrySeconds = "60";

    public static void MapTips(this IEndpointRouteBuilder site)
    {
        site.MapPost("/a/{code}/tips", SubmitAsync)
            .WithMetadata(new RequestSizeLimitAttribute(TipIntake.MaxFormBytes)).RequireRateLimiting(PublicRates.Forms);
        site.MapGet("/a/{code}/challenge", Challenge);
    }

    private static async Task<IResult> SubmitAsync(
        string code, HttpContext context, PublicAlerts alerts, AlertPublisher publisher, TipIntake intake, AlertPressure pressure,
        ProofOfWork proof, CancellationToken cancel)
    {
        var alert = await alerts.DemandAsync(code, cancel);
        using var form = await PublicTipForm.ReadAsync(context.Request, intake, cancel);
        var wantsJson = context.Request.GetTypedHeaders().Accept.Any(a => a.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase));
        if (!IsWorth(code.ToUpperInvariant(), form, pressure, proof))
            return Busy(context, await alerts.GetAsync(code, cancel), publisher, form, wantsJson);
        try
        {
            var answer = await intake.SubmitAsync(alert, form.Draft, cancel);
            if (wantsJson)
                return TypedResults.Json(answer, statusCode: StatusCodes.Status201Created);
            context.Response.Headers.Location = $"/t/{answer.ReceiptCode}{PublicPages.LanguageOf(context)}";
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

    // A form without a key of its own cannot be told from another, so it cannot have been worked for.
    private static bool IsWorth(string code, PublicTipForm form, AlertPressure pressure, ProofOfWork proof)
    {
        var bits = pressure.Count(code);
        return bits == 0 || (form.Draft.Form.IdempotencyKey is { } content
            && proof.Accept(code, form.Entry.Key, form.Proof.Challenge, form.Proof.Answer, content, bits));
    }

    // Nothing was stored. A person is told whom to call, with the form as it was; a script asks for a challenge and comes back.
    private static IResult Busy(HttpContext context, AlertFacts facts, AlertPublisher publisher, PublicTipForm form, bool wantsJson)
    {
        context.Response.Headers.RetryAfter = RetrySeconds;
        return wantsJson
            ? TypedResults.Problem(
                "Ask for a challenge at /a/{code}/challenge, and send its answer with the form.", statusCode: StatusCodes.Status429TooManyRequests,
                title: "So many forms come in that each must be worked for.",
                extensions: new Dictionary<string, object?> { ["code"] = "proof_required" })
            : PublicPages.AlertPage(facts, publisher, form.Entry, isBusy: true);
    }

    private static JsonHttpResult<ProofChallenge> Challenge(string code, string? key, HttpContext context, AlertPressure pressure, ProofOfWork proof)
    {
        context.Response.Headers.CacheControl = "no-store";
        var known = code.ToUpperInvariant();
        return TypedResults.Json(new ProofChallenge(pressure.Bits(known) is var bits and > 0 ? proof.Ask(known, key ?? "", bits) : null));
    }
}
