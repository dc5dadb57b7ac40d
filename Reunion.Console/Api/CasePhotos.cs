using Microsoft.AspNetCore.Http.HttpResults;
using Reunion.Console.Hosting.Accounts;
using Reunion.Console.Hosting.Surfaces;
using Reunion.Core.Cases;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;

namespace Reunion.Console.Api;

/// <summary>Serves photos of children to the people who may see them.</summary>
internal static class CasePhotos
{
    private const string Jpeg = "image/jpeg";

    public static void MapCasePhotos(this IEndpointRouteBuilder app)
    {
        var console = app.MapConsoleSurface();
        console.MapGet("/cases/photos/{id}", GetAsync).RequireAuthorization(nameof(Permission.SeeAlerts));
        console.MapGet("/cases/unfinished/photo", UnfinishedAsync).RequireAuthorization(nameof(Permission.RunCases));
    }

    /// <summary>The address of a case's photo.</summary>
    public static string UrlOf(PhotoId photo) => $"cases/photos/{photo}";

    /// <summary>The address of the photo in the reader's own unfinished form.</summary>
    /// <param name="version">Differs for each photo, so that a browser asks again.</param>
    public static string UnfinishedUrl(long version) => $"cases/unfinished/photo?v={version}";

    private static async Task<FileContentHttpResult> GetAsync(
        string id, HttpContext context, CurrentActor current, ReadCases cases, CancellationToken cancel)
    {
        if (!TypedId.TryParse<PhotoId>(id, out var photo))
            throw ProblemException.NotFound("photo");
        var jpeg = await cases.PhotoAsync(await current.GetAsync(cancel), photo, cancel);
        // Short, so that someone whose role was taken away does not keep seeing the child.
        context.Response.Headers.CacheControl = "private, max-age=300";
        return TypedResults.File(jpeg, Jpeg);
    }

    private static async Task<FileContentHttpResult> UnfinishedAsync(
        HttpContext context, CurrentActor current, KeepUnfinishedCase kept, CancellationToken cancel)
    {
        var form = await kept.FindAsync(await current.GetAsync(cancel), cancel);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(form?.PhotoJpeg ?? throw ProblemException.NotFound("photo"), Jpeg);
    }
}
