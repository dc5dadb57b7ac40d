using Microsoft.Extensions.DependencyInjection;

namespace Reunion.Core.Cap;

/// <summary>Registers CAP documents.</summary>
public static class CapServices
{
    /// <summary>Adds the use cases of this folder. Needs alerts, places and storage.</summary>
    /// <param name="services">The program's services.</param>
    public static IServiceCollection AddReunionCap(this IServiceCollection services) => services
        .AddSingleton<RecordCap>()
        .AddSingleton<RenewCap>()
        .AddSingleton<ReadCap>();
}
