using Reunion.Console.Api.Public;
using Reunion.Console.Hosting.Accounts;
using Reunion.Console.Hosting.Demo;
using Reunion.Console.Hosting.Language;
using Reunion.Console.Hosting.Problems;
using Reunion.Console.Hosting.Security;
using Reunion.Console.Hosting.Silo;
using Reunion.Console.Hosting.Startup;
using Reunion.Console.Hosting.Surfaces;
using Reunion.Console.Hosting.Telemetry;
using Reunion.Console.Live;

namespace Reunion.Console.Hosting;

/// <summary>Composes the program; the tests start the same one.</summary>
public static class ReunionHost
{
    /// <summary>Builds the program without starting it.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="configure">What a test adds or replaces before the program is built.</param>
    public static WebApplication Create(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var demo = DemoOptions.Parse(args, out var rest);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = rest,
            ApplicationName = typeof(ReunionHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddReunionStartup();
        builder.AddReunionSurfaces(demo);
        builder.AddTrustedProxies();
        builder.AddReunionSilo();
        builder.AddReunionSignIn();
        builder.AddReunionProblems();
        builder.AddReunionSecurity();
        builder.AddReunionTelemetry();
        builder.AddReunionLanguage();
        builder.AddReunionCapabilities();
        builder.AddReunionDemo(demo);
        builder.AddReunionApis();
        builder.AddReunionScreens();
        builder.AddReunionLiveScreens();
        configure?.Invoke(builder);

        var app = builder.Build();
        app.UsePublicPageCache();
        app.UseForwardedHeaders();
        app.UseReunionProblems();
        app.UseReunionSecurity();
        app.UseReunionLanguage();
        app.UseReunionSurfaces();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();
        app.UseAntiforgery();
        app.RefuseForgedForms();
        app.MapReunionTelemetry();
        app.MapReunionSignIn();
        app.MapReunionApis();
        app.MapReunionScreens();
        return app;
    }
}
