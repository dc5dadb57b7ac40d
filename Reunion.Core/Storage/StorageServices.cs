using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Reunion.Core.Storage;

/// <summary>Registers the database.</summary>
public static class StorageServices
{
    /// <summary>Adds the context factory, a context per scope (for Identity) and the initializer.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="configuration">Read for <c>Reunion:Storage</c> and <c>ConnectionStrings:Reunion</c>.</param>
    public static IServiceCollection AddReunionStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StorageOptions>()
            .Bind(configuration.GetSection(StorageOptions.Section))
            .Configure(o => o.ConnectionString = configuration.GetConnectionString("Reunion") ?? "")
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>();
        services.AddSingleton<IDbContextFactory<ReunionDbContext>, ReunionDbContextFactory>();
        services.AddScoped(s => s.GetRequiredService<IDbContextFactory<ReunionDbContext>>().CreateDbContext());
        services.AddSingleton<DatabaseInitializer>();
        return services;
    }
}
