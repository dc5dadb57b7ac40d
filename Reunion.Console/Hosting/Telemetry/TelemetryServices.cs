using System.Net;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using OpenTelemetry.Metrics;
using Reunion.Console.Hosting.Surfaces;

namespace Reunion.Console.Hosting.Telemetry;

/// <summary>Health for the balancer, figures for the operator.</summary>
internal static class TelemetryServices
{
    public static void AddReunionTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        builder.Services.AddSingleton<PresenceMetrics>();
        builder.Services.AddSingleton<TipMetrics>();
        builder.Services.AddOpenTelemetry().WithMetrics(metrics => metrics
            .AddMeter("Reunion.*")
            .AddAspNetCoreInstrumentation()
            .AddHttpClientInstrumentation()
            .AddPrometheusExporter());
    }

    public static void MapReunionTelemetry(this WebApplication app)
    {
        // Nobody else asks for them: they live by being made.
        app.Services.GetRequiredService<PresenceMetrics>();
        app.Services.GetRequiredService<TipMetrics>();
        var open = app.MapConsoleSurface().AllowAnonymous();
        open.MapHealthChecks("/healthz/live", new HealthCheckOptions { Predicate = _ => false });
        open.MapHealthChecks("/healthz/ready");
        open.MapPrometheusScrapingEndpoint("/metrics").Add(OnlyFromThisMachine);
    }

    private static void OnlyFromThisMachine(EndpointBuilder endpoint)
    {
        var scrape = endpoint.RequestDelegate!;
        endpoint.RequestDelegate = context =>
        {
            if (context.Connection.RemoteIpAddress is { } sender && IPAddress.IsLoopback(sender))
                return scrape(context);
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        };
    }
}
