using Microsoft.AspNetCore.Http.HttpResults;
using Reunion.Console.Hosting.Accounts;
using Reunion.Console.Hosting.Surfaces;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Tips;

namespace Reunion.Console.Api;

/// <summary>Photos of tips, for those who review them.</summary>
internal static class TipPhotos
{
    public static void MapTipPhotos(this IEndpointRouteBuilder app) => app.MapConsoleSurface()
        .MapGet("/tips/photos/{id}", GetAsync).RequireAuthorization(nameof(Permission.ReviewTips));

    private static async Task<FileContentHttpResult> GetAsync(
        string id, CurrentActor current, ReadTips read, HttpResponse response, CancellationToken cancel)
    {
        if (!TypedId.TryParse<PhotoId>(id, out var photo))
            throw ProblemException.NotFound("photo");
        var jpeg = await read.PhotoAsync(await current.GetAsync(cancel), photo, cancel);
        // A photo never changes, but who may see it does: the browser keeps it for this sitting only.
        response.Headers.CacheControl = "private, max-age=600";
        return TypedResults.Bytes(jpeg, "image/jpeg");
    }
}
