using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.SignalR;
using Reunion.Core.Common.People;
using Reunion.Core.Storage.Accounts;

namespace Reunion.Console.Hosting.Accounts;

/// <summary>Signs people in to the console and says who may do what.</summary>
internal static class SignInServices
{
    private static readonly TimeSpan Shift = TimeSpan.FromHours(12);

    public static void AddReunionSignIn(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddHttpContextAccessor();
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, Configure);
        new IdentityBuilder(typeof(Account), typeof(IdentityRole), services)
            .AddSignInManager<AccountSignIn>().AddDefaultTokenProviders();

        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(Policy(new PermissionRequirement(null)))
            .SetDefaultPolicy(Policy(new PermissionRequirement(null)));
        services.Configure<AuthorizationOptions>(options =>
        {
            foreach (var permission in Enum.GetValues<Permission>())
                options.AddPolicy(permission.ToString(), Policy(new PermissionRequirement(permission)));
        });
        services.AddScoped<CurrentActor>();
        services.AddScoped<CircuitHandler, CircuitActor>();
        services.AddScoped<IAuthorizationHandler, PermissionHandler>();
        services.AddSingleton<ActorHubFilter>();
        services.Configure<HubOptions>(o => o.AddFilter<ActorHubFilter>());
    }

    private static AuthorizationPolicy Policy(PermissionRequirement requirement) =>
        new AuthorizationPolicyBuilder(IdentityConstants.ApplicationScheme)
            .RequireAuthenticatedUser().AddRequirements(requirement).Build();

    private static void Configure(CookieAuthenticationOptions options)
    {
        options.LoginPath = "/account/login";
        options.LogoutPath = "/account/logout";
        options.AccessDeniedPath = "/account/denied";
        options.ReturnUrlParameter = "returnUrl";
        options.Cookie.Name = "reunion.account";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = Shift;
        options.SlidingExpiration = true;
        options.Events = new PageRedirects();
    }
}
