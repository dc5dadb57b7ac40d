using Microsoft.EntityFrameworkCore;
using Reunion.Core.Storage;
using Reunion.Tests.Support.Databases;

namespace Reunion.Tests.Storage;

public sealed class SqliteSettingsTests
{
    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("busy_timeout", "15000")]
    [InlineData("foreign_keys", "1")]
    [InlineData("wal_autocheckpoint", "4096")]
    [InlineData("cache_size", "-16384")]
    public async Task A_connection_has_the_setting_that_durability_or_intake_rests_on(string setting, string value)
    {
        await using var database = await TestDatabase.CreateAsync(StorageProvider.Sqlite);
        Assert.Equal(value, await PragmaAsync(database, setting));
    }

    [Fact]
    public async Task An_existing_empty_file_is_taken_to_write_ahead_logging()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(StorageProvider.Sqlite);
        await File.WriteAllBytesAsync(Path.Combine(database.Folder, "reunion.db"), [], TestContext.Current.CancellationToken);
        await database.MigrateAsync();
        Assert.Equal("wal", await PragmaAsync(database, "journal_mode"));
    }

    private static async Task<string?> PragmaAsync(TestDatabase database, string setting)
    {
        await using var db = database.Factory().CreateDbContext();
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA " + setting;
        return Convert.ToString(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken), System.Globalization.CultureInfo.InvariantCulture);
    }
}
