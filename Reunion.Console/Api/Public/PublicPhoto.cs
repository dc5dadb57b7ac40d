using Microsoft.Net.Http.Headers;
using Reunion.Console.Api.Public.Caching;
using Reunion.Core.Alerts;
using Reunion.Core.Alerts.Publishing;
using Reunion.Core.Common.Problems;

namespace Reunion.Console.Api.Public;

/// <summary><c>/a/{code}/photo</c>: there while the child is missing, gone afterwards.</summary>
internal static class PublicPhoto
{
    public static void MapPhoto(this IEndpointRouteBuilder site) =>
        site.MapGet("/a/{code}/photo", GetAsync).WithMetadata(PageCacheMetadata.Shared);

    private static async Task<IResult> GetAsync(string code, HttpContext context, PublicAlerts alerts, ReadAlerts photos, CancellationToken cancel)
    {
        var facts = await alerts.GetAsync(code, cancel);
        if (facts.Alert.Status == AlertStatus.Ended)
            throw new ProblemException(ProblemKind.Gone, "alert_ended", "This alert has ended.");
        if (facts.Case.PhotoId is not { } id)
            throw ProblemException.NotFound("photo");

        // Asked for again each time, so that a photo is gone the moment the child is found.
        context.Response.Headers.CacheControl = PageCacheMetadata.Shared.CacheControl;
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
