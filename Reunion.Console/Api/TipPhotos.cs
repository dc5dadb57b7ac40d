using System.Net.Mime;
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
    public static void MapTipPhotos(this IEndpointRouteBuilder app)
    {
        var photos = app.MapConsoleSurface().MapGroup("/tips/photos").RequireAuthorization(nameof(Permission.ReviewTips));
        photos.MapGet("/{id}", GetAsync);
        photos.MapGet("/{id}/original", OriginalAsync);
    }

    private static async Task<FileContentHttpResult> GetAsync(
        string id, CurrentActor current, ReadTips read, HttpResponse response, CancellationToken cancel)
    {
        var jpeg = await read.PhotoAsync(await current.GetAsync(cancel), Read(id), cancel);
        // A photo never changes, but who may see it does: the browser keeps it for this sitting only.
        response.Headers.CacheControl = "private, max-age=600";
        return TypedResults.Bytes(jpeg, "image/jpeg");
    }

    // A file that nobody checked: saved for those who know what to do with it, never opened by the browser.
    private static async Task<FileContentHttpResult> OriginalAsync(
        string id, CurrentActor current, ReadOriginal read, HttpResponse response, CancellationToken cancel)
    {
        var file = await read.ExecuteAsync(await current.GetAsync(cancel), Read(id), cancel);
        response.Headers.CacheControl = "no-store";
        return TypedResults.Bytes(file, MediaTypeNames.Application.Octet, $"{id}.original");
    }

    private static PhotoId Read(string id) => TypedId.TryParse<PhotoId>(id, out var photo) ? photo : throw ProblemException.NotFound("photo");
}
