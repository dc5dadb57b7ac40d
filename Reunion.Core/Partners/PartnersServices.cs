using Microsoft.Extensions.DependencyInjection;

namespace Reunion.Core.Partners;

/// <summary>Registers what is done with partners.</summary>
public static class PartnersServices
{
    /// <summary>Adds the use cases of this folder. Needs data protection.</summary>
    /// <param name="services">The program's services.</param>
    public static IServiceCollection AddReunionPartners(this IServiceCollection services) => services
        .AddSingleton<PartnerFormValidator>()
        .AddSingleton<WebhookSecretVault>()
        .AddSingleton<RegisterPartner>()
        .AddSingleton<PartnerKeys>()
        .AddSingleton<SuspendPartner>()
        .AddSingleton<AuthenticatePartner>()
        .AddSingleton<ReadPartners>();
}
