using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Reunion.Core.Storage.Sqlite;

/// <summary>
/// Sets what SQLite keeps per connection: wait for another writer, flush to the disk on every commit, hold what a group of tips
/// touches in memory (16 MB) and copy the log into the database every 16 MB, so that pages that change with every tip are written
/// there once and not each time.
/// </summary>
internal sealed class SqliteSettingsInterceptor : DbConnectionInterceptor
{
    private const string Settings =
        "PRAGMA busy_timeout = 15000; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -16384; PRAGMA wal_autocheckpoint = 4096;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Settings;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
