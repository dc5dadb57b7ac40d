using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Reunion.Console.Api.Tips;
using Reunion.Core.Tips;

namespace Reunion.Console.Api.Partners;

/// <summary><c>/partner/v1/alerts/{alertId}/tips</c>.</summary>
internal static class TipEndpoints
{
    public static void MapTips(this IEndpointRouteBuilder partner) =>
        partner.MapPost("/alerts/{alertId}/tips", SubmitAsync)
            .WithMetadata(new RequestSizeLimitAttribute(TipIntake.MaxJsonBytes))
            .Produces<TipAnswer>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status410Gone)
            .WithTags("Tips").WithSummary("What a user of your app saw. The same Idempotency-Key again answers the same.");

    private static async Task<JsonHttpResult<TipAnswer>> SubmitAsync(
        string alertId, TipRequest tip, [FromHeader(Name = "Idempotency-Key")] string? idempotencyKey,
        HttpContext context, PartnerAlerts alerts, TipIntake intake, CancellationToken cancel)
    {
        var partner = context.Partner();
        var alert = await alerts.DemandAsync(partner, alertId, cancel);
        var draft = tip.ToDraft(partner.Datum);
        draft.Form.Source = TipSource.PartnerApi;
        draft.Form.PartnerId = partner.Id;
        draft.Form.IdempotencyKey = idempotencyKey;
        return TypedResults.Json(await intake.SubmitAsync(alert, draft, cancel), statusCode: StatusCodes.Status201Created);
    }
}
