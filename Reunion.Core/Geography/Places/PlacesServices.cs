using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Reunion.Core.Geography.Places;

/// <summary>Registers the gazetteer.</summary>
public static class PlacesServices
{
    /// <summary>Adds the process's <see cref="Gazetteer"/>; a start without its file fails.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="configuration">Read for <c>Reunion:Gazetteer</c>.</param>
    public static IServiceCollection AddReunionPlaces(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<GazetteerOptions>().Bind(configuration.GetSection(GazetteerOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<GazetteerOptions>, GazetteerOptionsValidator>();
        return services.AddSingleton<Gazetteer>();
    }
}
