using Microsoft.Net.Http.Headers;
using Reunion.Core.Alerts;
using Reunion.Core.Alerts.Publishing;
using Reunion.Core.Common.Problems;

namespace Reunion.Console.Api.Public;

/// <summary><c>/a/{code}/photo</c>: there while the child is missing, gone afterwards.</summary>
internal static class PublicPhoto
{
    // Short, so that a photo disappears soon after the child is found.
    private const string Cache = "public, max-age=60";

    public static void MapPhoto(this IEndpointRouteBuilder site) => site.MapGet("/a/{code}/photo", GetAsync);

    private static async Task<IResult> GetAsync(string code, HttpContext context, PublicAlerts alerts, ReadAlerts photos, CancellationToken cancel)
    {
        var facts = await alerts.GetAsync(code, cancel);
        if (facts.Alert.Status == AlertStatus.Ended)
            throw new ProblemException(ProblemKind.Gone, "alert_ended", "This alert has ended.");
        if (facts.Case.PhotoId is not { } id)
            throw ProblemException.NotFound("photo");

        context.Response.Headers.CacheControl = Cache;
        var tag = new EntityTagHeaderValue($"\"{id}\"");
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(t => t.Compare(tag, useStrongComparison: false)))
        {
            context.Response.Headers.ETag = tag.ToString();
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        var jpeg = await photos.PhotoAsync(id, cancel) ?? throw ProblemException.NotFound("photo");
        return TypedResults.Bytes(jpeg, "image/jpeg", entityTag: tag);
    }
}
