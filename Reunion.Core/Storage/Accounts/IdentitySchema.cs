using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Reunion.Core.Storage.Accounts;

/// <summary>Gives every context Identity's newest schema, which holds passkeys.</summary>
/// <remarks>Identity reads the version from the application's services only, also when migrations are made.</remarks>
internal static class IdentitySchema
{
    private static readonly ServiceProvider Services = new ServiceCollection()
        .Configure<IdentityOptions>(identity => identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
        .BuildServiceProvider();

    /// <summary>Applies the schema version to a context's options.</summary>
    public static DbContextOptionsBuilder<T> UseIdentitySchema<T>(this DbContextOptionsBuilder<T> builder) where T : DbContext =>
        builder.UseApplicationServiceProvider(Services);
}
