using Microsoft.AspNetCore.StaticAssets;

namespace Reunion.Console.Hosting.Surfaces;

/// <summary>Says on which surface endpoints are served.</summary>
public static class SurfaceEndpoints
{
    /// <summary>Serves these endpoints on these surfaces only.</summary>
    public static T RequireSurface<T>(this T endpoints, params Surface[] surfaces) where T : IEndpointConventionBuilder
    {
        endpoints.Add(e => e.Metadata.Add(new SurfaceMetadata(surfaces)));
        return endpoints;
    }

    /// <summary>A group for the console: needs a signed-in account unless an endpoint asks for more.</summary>
    public static RouteGroupBuilder MapConsoleSurface(this IEndpointRouteBuilder app) => app.MapGroup("").RequireSurface(Surface.Console);

    /// <summary>A group for partner apps: closed until it is given the partners' authorization.</summary>
    public static RouteGroupBuilder MapPartnerSurface(this IEndpointRouteBuilder app) => app.MapGroup("").RequireSurface(Surface.Partner);

    /// <summary>A group for everybody: no account, no cookie.</summary>
    public static RouteGroupBuilder MapPublicSurface(this IEndpointRouteBuilder app) =>
        app.MapGroup("").RequireSurface(Surface.Public).AllowAnonymous();

    /// <summary>Files under <c>assets/</c> are for the console and the public site, all others for the console.</summary>
    public static StaticAssetsEndpointConventionBuilder RequireSurfacesOfAssets(this StaticAssetsEndpointConventionBuilder assets)
    {
        assets.Add(e => e.Metadata.Add(IsShared(e)
            ? new SurfaceMetadata(Surface.Console, Surface.Public)
            : new SurfaceMetadata(Surface.Console)));
        return assets;
    }

    private static bool IsShared(EndpointBuilder endpoint) =>
        endpoint is RouteEndpointBuilder { RoutePattern.RawText: { } path }
        && path.TrimStart('/').StartsWith("assets/", StringComparison.Ordinal);
}
