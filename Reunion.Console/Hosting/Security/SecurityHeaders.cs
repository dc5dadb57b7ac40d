using Reunion.Console.Hosting.Surfaces;

namespace Reunion.Console.Hosting.Security;

/// <summary>Sets the headers that tell a browser to trust nothing but our own files.</summary>
internal static class SecurityHeaders
{
    // The component library writes its colours into style elements; scripts are files only.
    private const string PagePolicy =
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:{tiles}; object-src 'none'; "
        + "base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private const string ApiPolicy = "default-src 'none'; frame-ancestors 'none'";

    public static void UseReunionSecurityHeaders(this WebApplication app)
    {
        var tiles = TileSource(app.Configuration["Reunion:Map:TileUrl"]);
        var pages = PagePolicy.Replace("{tiles}", tiles, StringComparison.Ordinal);
        app.Use((context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                Set(context, pages);
                return Task.CompletedTask;
            });
            return next(context);
        });
    }

    private static void Set(HttpContext context, string pages)
    {
        var headers = context.Response.Headers;
        var own = context.GetEndpoint()?.Metadata.GetMetadata<ContentSecurityPolicyMetadata>()?.Policy;
        headers.ContentSecurityPolicy = own ?? (context.IsOn(Surface.Partner) ? ApiPolicy : pages);
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = context.IsOn(Surface.Public) ? "geolocation=(self), camera=(), microphone=()" : "geolocation=(), camera=(), microphone=()";
    }

    private static string TileSource(string? template) =>
        Uri.TryCreate(template?.Replace("{s}", "x", StringComparison.Ordinal), UriKind.Absolute, out var url)
            ? " " + (template!.Contains("{s}", StringComparison.Ordinal) ? $"{url.Scheme}://*.{url.Host[(url.Host.IndexOf('.', StringComparison.Ordinal) + 1)..]}" : url.GetLeftPart(UriPartial.Authority))
            : "";
}
