using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Reunion.Core.Alerts.Clarifications;
using Reunion.Core.Alerts.Coverage;
using Reunion.Core.Alerts.Night;
using Reunion.Core.Alerts.Publishing;
using Reunion.Core.Common.Hosting;

namespace Reunion.Core.Alerts;

/// <summary>Registers the alert's life.</summary>
public static class AlertsServices
{
    /// <summary>Adds the use cases of this folder. Needs geofencing, places and a grain factory.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="configuration">Read for <c>Reunion:Alerts</c> and <c>Reunion:Alerts:Night</c>.</param>
    public static IServiceCollection AddReunionAlerts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AlertClockOptions>()
            .Bind(configuration.GetSection(AlertClockOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<NightOptions>().Bind(configuration.GetSection(NightOptions.Section)).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<NightOptions>, NightOptionsValidator>()
            .AddSingleton<NightRule>()
            .AddSingleton<PublicSite>()
            .AddSingleton<AlertPublisher>()
            .AddSingleton<ReadAlerts>()
            .AddSingleton<AlertNames>()
            .AddSingleton<AlertSignal>()
            .AddSingleton<IssueAlert>()
            .AddSingleton<PreviewReach>()
            .AddSingleton<ReadDensity>()
            .AddSingleton<ReadCoverage>()
            .AddSingleton<PauseAlert>()
            .AddSingleton<OpenCircle>()
            .AddSingleton<PublishClarification>()
            .AddSingleton<ReadClarifications>()
            .AddSingleton<CloseCase>();
    }
}
