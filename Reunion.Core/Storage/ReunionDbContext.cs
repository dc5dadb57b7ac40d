using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Reunion.Core.Common;
using Reunion.Core.Storage.Accounts;
using Reunion.Core.Storage.Conversion;

namespace Reunion.Core.Storage;

/// <summary>
/// The one database. It knows no capability: each brings its own <see cref="IEntityTypeConfiguration{TEntity}"/>,
/// and code asks for rows with <see cref="DbContext.Set{TEntity}()"/>.
/// </summary>
/// <remarks>Not thread-safe; make one for each unit of work with <see cref="IDbContextFactory{TContext}"/>.</remarks>
/// <param name="options">The derived context's options.</param>
public abstract class ReunionDbContext(DbContextOptions options) : IdentityDbContext<Account>(options)
{
    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(ReunionDbContext).Assembly);
        foreach (var entity in builder.Model.GetEntityTypes())
            if (typeof(IVersioned).IsAssignableFrom(entity.ClrType))
                builder.Entity(entity.ClrType).Property(nameof(IVersioned.Version)).IsConcurrencyToken();
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(30);
        foreach (var id in typeof(TypedId).Assembly.GetTypes().Where(IsTypedId))
            configurationBuilder.Properties(id).HaveConversion(typeof(TypedIdConverter<>).MakeGenericType(id)).HaveMaxLength(40);
    }

    private static bool IsTypedId(Type type) =>
        type.IsValueType && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ITypedId<>));
}
