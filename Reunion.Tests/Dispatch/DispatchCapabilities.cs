using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Reunion.Core.Accounts;
using Reunion.Core.Alerts;
using Reunion.Core.Audit;
using Reunion.Core.Cases;
using Reunion.Core.Common.Hosting;
using Reunion.Core.Dispatch;
using Reunion.Core.Geofencing;
using Reunion.Core.Geofencing.Traffic;
using Reunion.Core.Geography.Places;
using Reunion.Core.Live;
using Reunion.Core.Partners;
using Reunion.Core.Storage;
using Reunion.Core.Tips;

namespace Reunion.Tests.Dispatch;

/// <summary>All that dispatch needs, in one place for everything that hosts it without the console.</summary>
internal static class DispatchCapabilities
{
    /// <summary>Adds the capabilities; the grains are stood in for.</summary>
    public static IServiceCollection AddDispatchCapabilities(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ReunionOptions>().BindConfiguration(ReunionOptions.Section);
        return services.AddSingleton(configuration)
            .AddSingleton(System.Reflection.DispatchProxy.Create<IGrainFactory, SilentGrains>())
            .AddLogging().AddReunionStorage(configuration).AddReunionAccounts().AddReunionAudit().AddReunionLive()
            .AddReunionPlaces(configuration).AddReunionGeofencing().AddReunionPresenceTraffic().AddReunionCases()
            .AddReunionPartners().AddReunionAlerts(configuration).AddReunionTips().AddReunionDispatch();
    }
}
