using Microsoft.OpenApi;
using Reunion.Console.Hosting.Security;
using Reunion.Console.Hosting.Surfaces;
using Scalar.AspNetCore;

namespace Reunion.Console.Api.Partners;

/// <summary>The API's description for programs and for people.</summary>
internal static class PartnerDocs
{
    private const string Document = "partner";

    // The reader's page configures itself in a script element; everything it loads comes from this server.
    private const string PagePolicy =
        "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        + "font-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void AddPartnerDocs(this IServiceCollection services) => services.AddOpenApi(Document, options =>
    {
        options.ShouldInclude = api => api.RelativePath?.StartsWith("partner/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            Describe(document);
            return Task.CompletedTask;
        });
    });

    public static void MapPartnerDocs(this WebApplication app)
    {
        var open = app.MapPartnerSurface().AllowAnonymous();
        open.MapOpenApi("/openapi/{documentName}.json");
        open.MapPartnerGuide();
        open.MapScalarApiReference("/docs", options => options
                .WithOpenApiRoutePattern($"/openapi/{Document}.json")
                .WithTitle("Reunion partner API")
                .DisableDefaultFonts()
                .DisableTelemetry()
                .HideDeveloperTools()
                .DisableAgent()
                .DisableMcp())
            .WithMetadata(new ContentSecurityPolicyMetadata(PagePolicy));
    }

    private static void Describe(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Reunion partner API",
            Version = "v1",
            Description = PartnerGuide.Text,
        };
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [PartnerAccess.Scheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "rnk_…" },
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(PartnerAccess.Scheme, document)] = [] }];
    }
}
