using Microsoft.Extensions.DependencyInjection;

namespace Reunion.Core.Seeding;

/// <summary>Registers what the demo is made of.</summary>
public static class SeedingServices
{
    /// <summary>Adds the seeds. Needs partners and the gazetteer.</summary>
    /// <param name="services">The program's services.</param>
    public static IServiceCollection AddReunionSeeding(this IServiceCollection services) => services
        .AddSingleton<DemoPartnerFile>()
        .AddSingleton<SeedDemoPartners>()
        .AddSingleton<Settlements>();
}
