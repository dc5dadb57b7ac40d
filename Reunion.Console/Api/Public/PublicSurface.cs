using Reunion.Console.Api.Public.Caching;
using Reunion.Console.Api.Public.Posters;
using Reunion.Console.Api.Public.Pressure;
using Reunion.Console.Api.Public.Reports;
using Reunion.Console.Hosting.Security;
using Reunion.Console.Hosting.Surfaces;

namespace Reunion.Console.Api.Public;

/// <summary>The site for everybody.</summary>
internal static class PublicSurface
{
    // No inline script or style: whatever a tipster writes stays text.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; "
        + "base-uri 'none'; frame-ancestors 'none'";

    public static void AddPublicSurface(this IServiceCollection services)
    {
        services.AddSingleton<PublicAssets>();
        services.AddSingleton<PublicAlerts>();
        services.AddSingleton<PublicPageCache>();
        services.AddPublicRates();
        services.AddSingleton<ReceiptReader>();
        services.AddSingleton<ReportIntake>();
        services.AddSingleton<PosterFonts>();
        services.AddSingleton<PosterWriter>();
    }

    /// <summary>Answers with kept pages, before any other part of the program is asked.</summary>
    public static void UsePublicPageCache(this WebApplication app) => app.UseMiddleware<PageCaching>();

    public static void MapPublicSite(this WebApplication app)
    {
        var site = app.MapPublicSurface().WithMetadata(new ContentSecurityPolicyMetadata(Policy));
        site.MapPages();
        site.MapPhoto();
        site.MapTips();
        site.MapReceipts();
        site.MapReports();
        site.MapPoster();
        site.MapCap();
    }
}
