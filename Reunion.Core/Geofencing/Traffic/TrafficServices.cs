using Microsoft.Extensions.DependencyInjection;

namespace Reunion.Core.Geofencing.Traffic;

/// <summary>Registers the counting of what partners send.</summary>
public static class TrafficServices
{
    /// <summary>Adds one <see cref="PresenceTraffic"/> and its reader. Needs geofencing.</summary>
    /// <param name="services">Where to.</param>
    public static IServiceCollection AddReunionPresenceTraffic(this IServiceCollection services) => services
        .AddSingleton<PresenceTraffic>()
        .AddSingleton<ReadPartnerPresence>();
}
