using Microsoft.AspNetCore.Components.Server;
using MudBlazor;
using MudBlazor.Services;
using Reunion.Console.Components;
using Reunion.Console.Components.Pages.Cases;
using Reunion.Console.Hosting.Surfaces;

namespace Reunion.Console.Hosting;

/// <summary>Blazor Server and the files it needs.</summary>
internal static class ReunionScreens
{
    // How long a browser that lost its connection finds its screen as it left it.
    private static readonly TimeSpan Retention = TimeSpan.FromMinutes(15);

    public static void AddReunionScreens(this WebApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.Configure<CircuitOptions>(o => o.DisconnectedCircuitRetentionPeriod = Retention);
        builder.Services.AddMudServices(o =>
        {
            o.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomRight;
            o.SnackbarConfiguration.PreventDuplicates = false;
            o.SnackbarConfiguration.VisibleStateDuration = 6000;
            o.SnackbarConfiguration.ShowTransitionDuration = o.SnackbarConfiguration.HideTransitionDuration = 150;
        });
        builder.Services.AddCascadingAuthenticationState();
        builder.Services.AddCasesScreens();
    }

    public static void MapReunionScreens(this WebApplication app)
    {
        var screens = app.MapConsoleSurface();
        screens.MapStaticAssets().AllowAnonymous().RequireSurfacesOfAssets();
        screens.MapRazorComponents<App>().AddInteractiveServerRenderMode(o => o.ContentSecurityFrameAncestorsPolicy = null);
    }
}
