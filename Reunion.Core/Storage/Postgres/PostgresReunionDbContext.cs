using Microsoft.EntityFrameworkCore;
using Reunion.Core.Storage.Conversion;

namespace Reunion.Core.Storage.Postgres;

/// <summary>The database on a PostgreSQL server, for more than one machine.</summary>
/// <param name="options">Made by <see cref="ReunionDbContextFactory"/>.</param>
public sealed class PostgresReunionDbContext(DbContextOptions<PostgresReunionDbContext> options) : ReunionDbContext(options)
{
    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
    }
}
