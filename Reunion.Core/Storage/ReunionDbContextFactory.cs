using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Reunion.Core.Common.Hosting;
using Reunion.Core.Storage.Accounts;
using Reunion.Core.Storage.Postgres;
using Reunion.Core.Storage.Sqlite;

namespace Reunion.Core.Storage;

/// <summary>Makes contexts for the configured database. Thread-safe; the contexts are not.</summary>
public sealed class ReunionDbContextFactory : IDbContextFactory<ReunionDbContext>
{
    private readonly Func<ReunionDbContext> _create;

    /// <summary>Prepares the options once.</summary>
    /// <param name="storage">Which database.</param>
    /// <param name="reunion">Where the embedded database's file lives.</param>
    public ReunionDbContextFactory(IOptions<StorageOptions> storage, IOptions<ReunionOptions> reunion)
    {
        if (storage.Value.Provider == StorageProvider.Postgres)
        {
            var options = Common(new DbContextOptionsBuilder<PostgresReunionDbContext>())
                .UseNpgsql(storage.Value.ConnectionString).Options;
            _create = () => new PostgresReunionDbContext(options);
        }
        else
        {
            var options = Common(new DbContextOptionsBuilder<SqliteReunionDbContext>())
                .UseSqlite(SqliteConnectionString(storage.Value, reunion.Value))
                .AddInterceptors(new SqliteSettingsInterceptor()).Options;
            _create = () => new SqliteReunionDbContext(options);
        }
    }

    /// <summary>A new context for one unit of work; the caller disposes of it.</summary>
    public ReunionDbContext CreateDbContext() => _create();

    private static string SqliteConnectionString(StorageOptions storage, ReunionOptions reunion) =>
        storage.ConnectionString is { Length: > 0 } given ? given : $"Data Source={Path.Combine(reunion.DataDirectory, "reunion.db")}";

    private static DbContextOptionsBuilder<T> Common<T>(DbContextOptionsBuilder<T> builder) where T : DbContext =>
        builder.UseIdentitySchema().AddInterceptors(new VersionInterceptor());
}
