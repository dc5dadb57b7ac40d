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

namespace Reunion.Console.Hosting;

/// <summary>Adds the product itself: one line a capability.</summary>
internal static class ReunionCapabilities
{
    public static void AddReunionCapabilities(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<ReunionOptions>()
            .BindConfiguration(ReunionOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services
            .AddReunionStorage(builder.Configuration)
            .AddReunionAccounts()
            .AddReunionAudit()
            .AddReunionLive()
            .AddReunionPlaces(builder.Configuration)
            .AddReunionGeofencing()
            .AddReunionPresenceTraffic()
            .AddReunionCases()
            .AddReunionPartners()
            .AddReunionAlerts(builder.Configuration)
            .AddReunionTips()
            .AddReunionDispatch();
    }
}
