using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Reunion.Core.Common.Hosting;

namespace Reunion.Core.Storage;

/// <summary>Brings the database to the newest schema before anything else starts.</summary>
/// <param name="factory">Makes contexts for the configured database.</param>
/// <param name="options">Names the data directory.</param>
public sealed class DatabaseInitializer(IDbContextFactory<ReunionDbContext> factory, IOptions<ReunionOptions> options)
{
    /// <summary>Creates the data directory, applies migrations and asserts how durable a commit is.</summary>
    /// <param name="cancel">Stops waiting for the database.</param>
    /// <exception cref="InvalidOperationException">The file system does not support write-ahead logging.</exception>
    public async Task InitializeAsync(CancellationToken cancel = default)
    {
        Directory.CreateDirectory(options.Value.DataDirectory);
        await using var db = await factory.CreateDbContextAsync(cancel);
        await db.Database.MigrateAsync(cancel);
        if (!db.Database.IsSqlite())
            return;

        // An existing empty file keeps its old journal mode, so it is set here and not left to the migrations.
        var mode = await ScalarAsync(db, "PRAGMA journal_mode = WAL", cancel);
        var synchronous = await ScalarAsync(db, "PRAGMA synchronous", cancel);
        if (mode != "wal" || synchronous != "2")
            throw new InvalidOperationException($"SQLite runs with journal_mode={mode} and synchronous={synchronous}; Reunion needs wal and 2 (FULL).");
    }

    private static async Task<string> ScalarAsync(ReunionDbContext db, string sql, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(await command.ExecuteScalarAsync(cancel), System.Globalization.CultureInfo.InvariantCulture) ?? "";
    }
}
