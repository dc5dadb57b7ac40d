using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;
using Reunion.Core.Partners;

namespace Reunion.Console.Api.Partners;

/// <summary>Lets partner apps in by their API key.</summary>
internal static class PartnerAccess
{
    /// <summary>The authentication scheme.</summary>
    public const string Scheme = "Partner";

    /// <summary>The policy of everything that only a partner may call: a valid key, and not suspended.</summary>
    public const string Policy = "Partner";

    /// <summary>The policy of what a suspended partner may do as well: a valid key is enough.</summary>
    public const string SuspendedTooPolicy = "PartnerSuspendedToo";

    /// <summary>Adds the scheme and the policy.</summary>
    public static void AddPartnerAccess(this IServiceCollection services)
    {
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, PartnerAuthentication>(Scheme, null);
        services.Configure<AuthorizationOptions>(options =>
        {
            options.AddPolicy(SuspendedTooPolicy, policy => policy.AddAuthenticationSchemes(Scheme).RequireAuthenticatedUser());
            options.AddPolicy(Policy, policy => policy
                .AddAuthenticationSchemes(Scheme)
                .RequireAuthenticatedUser()
                .RequireAssertion(c => (c.Resource as HttpContext)?.Features.Get<PartnerFeature>() is { Partner.Status: PartnerStatus.Active }));
        });
    }

    /// <summary>The partner that calls. Only where the policy holds.</summary>
    public static Partner Partner(this HttpContext context) => context.Features.GetRequiredFeature<PartnerFeature>().Partner;
}
