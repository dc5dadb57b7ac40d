using Reunion.Console.Api;
using Reunion.Console.Api.Exports;
using Reunion.Console.Api.Partners;
using Reunion.Console.Api.Public;
using Reunion.Console.Hubs;

namespace Reunion.Console.Hosting;

/// <summary>Adds and maps the endpoints and hubs of the folders Api and Hubs: one line a resource.</summary>
internal static class ReunionApis
{
    public static void AddReunionApis(this WebApplicationBuilder builder)
    {
        builder.Services.AddPartnerApi();
        builder.Services.AddTipHub();
        builder.Services.AddPublicSurface();
    }

    public static void MapReunionApis(this WebApplication app)
    {
        app.MapCasePhotos();
        app.MapTipPhotos();
        app.MapTipExports();
        app.MapPartnerApi();
        app.MapTipHub();
        app.MapPublicSite();
    }
}
