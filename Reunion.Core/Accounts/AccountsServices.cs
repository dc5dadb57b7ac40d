using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Reunion.Core.Storage;
using Reunion.Core.Storage.Accounts;

namespace Reunion.Core.Accounts;

/// <summary>Registers what is done with accounts.</summary>
public static class AccountsServices
{
    /// <summary>The fewest characters of a password.</summary>
    public const int MinPasswordLength = 12;

    /// <summary>Adds accounts in the database and the use cases of this folder; signing in is the host's.</summary>
    /// <param name="services">The program's services.</param>
    public static IServiceCollection AddReunionAccounts(this IServiceCollection services)
    {
        services.AddIdentityCore<Account>(Configure).AddRoles<IdentityRole>().AddEntityFrameworkStores<ReunionDbContext>();
        return services
            .AddSingleton<AccountsWork>()
            .AddSingleton<PersonInputValidator>()
            .AddSingleton<ReadAccount>()
            .AddSingleton<ReadPeople>()
            .AddSingleton<CreatePerson>()
            .AddSingleton<SetUpFirstAdmin>()
            .AddSingleton<ChangeRoles>()
            .AddSingleton<DisablePerson>()
            .AddSingleton<ChangeOwnPassword>()
            .AddSingleton<AccountsSeed>();
    }

    private static void Configure(IdentityOptions options)
    {
        options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        options.User.RequireUniqueEmail = true;

        // Length is what counts; rules about kinds of characters make people write passwords down.
        options.Password.RequiredLength = MinPasswordLength;
        options.Password.RequiredUniqueChars = 5;
        options.Password.RequireDigit = options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;

        options.Lockout.MaxFailedAccessAttempts = 10;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
    }
}
