using Microsoft.AspNetCore.Http.HttpResults;
using Reunion.Core.Alerts.Publishing;

namespace Reunion.Console.Api.Partners;

/// <summary><c>/partner/v1/alerts</c>.</summary>
internal static class AlertEndpoints
{
    public static void MapAlerts(this IEndpointRouteBuilder partner)
    {
        partner.MapGet("/alerts", ListAsync)
            .WithTags("Alerts").WithSummary("The live alerts, newest first. Points are in your registered datum.");
        partner.MapGet("/alerts/{alertId}", GetAsync)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Alerts").WithSummary("One alert, also after its end.");
    }

    private static async Task<Ok<IReadOnlyList<AlertObject>>> ListAsync(HttpContext context, PartnerAlerts alerts, CancellationToken cancel) =>
        TypedResults.Ok(await alerts.LiveAsync(context.Partner(), cancel));

    private static async Task<Ok<AlertObject>> GetAsync(string alertId, HttpContext context, PartnerAlerts alerts, CancellationToken cancel) =>
        TypedResults.Ok(await alerts.GetAsync(context.Partner(), alertId, cancel));
}
