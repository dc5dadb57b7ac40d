using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Reunion.Core.Geofencing;

/// <summary>Registers geofencing.</summary>
public static class GeofencingServices
{
    /// <summary>Adds <see cref="PresenceOptions"/>, checked at start, and one <see cref="PresenceIndex"/>.</summary>
    /// <param name="services">Where to.</param>
    /// <returns>The same, to go on.</returns>
    public static IServiceCollection AddReunionGeofencing(this IServiceCollection services)
    {
        services.AddOptions<PresenceOptions>().BindConfiguration(PresenceOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new PresenceIndex(
            provider.GetRequiredService<IOptions<PresenceOptions>>().Value, provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
