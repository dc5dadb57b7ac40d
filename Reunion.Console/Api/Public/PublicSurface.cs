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
    }

    public static void MapPublicSite(this WebApplication app)
    {
        var site = app.MapPublicSurface().WithMetadata(new ContentSecurityPolicyMetadata(Policy));
        site.MapPages();
        site.MapPhoto();
        site.MapTips();
        site.MapCap();
    }
}
