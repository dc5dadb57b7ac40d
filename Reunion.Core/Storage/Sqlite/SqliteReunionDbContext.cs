using Microsoft.EntityFrameworkCore;
using Reunion.Core.Storage.Conversion;

namespace Reunion.Core.Storage.Sqlite;

/// <summary>The database in one SQLite file.</summary>
/// <param name="options">Made by <see cref="ReunionDbContextFactory"/>.</param>
public sealed class SqliteReunionDbContext(DbContextOptions<SqliteReunionDbContext> options) : ReunionDbContext(options)
{
    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicksConverter>();
    }
}
