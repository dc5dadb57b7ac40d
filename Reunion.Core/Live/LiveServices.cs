using Microsoft.Extensions.DependencyInjection;

namespace Reunion.Core.Live;

/// <summary>Registers the live feed.</summary>
public static class LiveServices
{
    /// <summary>Adds the process's <see cref="LiveFeed"/>.</summary>
    /// <param name="services">The program's services.</param>
    public static IServiceCollection AddReunionLive(this IServiceCollection services) => services.AddSingleton<LiveFeed>();
}
