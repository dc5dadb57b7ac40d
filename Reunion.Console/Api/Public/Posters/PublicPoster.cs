using Reunion.Console.Api.Public.Caching;
using Reunion.Core.Alerts;
using Reunion.Core.Alerts.Publishing;
using Reunion.Core.Common.Problems;
using Reunion.Core.Geography;

namespace Reunion.Console.Api.Public.Posters;

/// <summary><c>/a/{code}/poster.pdf</c>: to be printed and put up; gone once the alert ended.</summary>
internal static class PublicPoster
{
    public static void MapPoster(this IEndpointRouteBuilder site) =>
        site.MapGet("/a/{code}/poster.pdf", GetAsync).WithMetadata(PageCacheMetadata.Shared);

    private static async Task<IResult> GetAsync(
        string code, PublicAlerts alerts, ReadAlerts photos, AlertPublisher publisher, PosterWriter writer, CancellationToken cancel)
    {
        var facts = await alerts.GetAsync(code, cancel);
        if (facts.Alert.Status == AlertStatus.Ended)
            throw new ProblemException(ProblemKind.Gone, "alert_ended", "This alert has ended.");
        if (facts.Case.PhotoId is not { } id || await photos.PhotoAsync(id, cancel) is not { } photo)
            throw ProblemException.NotFound("photo");
        return writer.Write(publisher.Publish(facts, Datum.Wgs84), photo) is { } poster
            ? TypedResults.File(poster, "application/pdf", $"{facts.Alert.Code}.pdf")
            : PosterFonts.Missing();
    }
}
