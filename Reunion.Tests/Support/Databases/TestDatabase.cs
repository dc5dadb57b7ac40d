using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;
using Reunion.Core.Common.Hosting;
using Reunion.Core.Storage;

namespace Reunion.Tests.Support.Databases;

/// <summary>A database of its own for one test, on either engine, gone when disposed.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    // Migrating takes longer than copying: each engine is migrated once and copied from then on.
    private static readonly Lazy<Task<TestDatabase>> SqliteModel = new(() => MigratedAsync(StorageProvider.Sqlite));
    private static readonly Lazy<Task<TestDatabase>> PostgresModel = new(() => MigratedAsync(StorageProvider.Postgres));

    private readonly string _name;

    private TestDatabase(StorageProvider provider)
    {
        _name = "reunion_test_" + Guid.NewGuid().ToString("N");
        Provider = provider;
        Folder = Path.Combine(Path.GetTempPath(), _name);
        Directory.CreateDirectory(Folder);
    }

    public StorageProvider Provider { get; }

    /// <summary>A folder of its own, for the data directory.</summary>
    public string Folder { get; }

    public string ConnectionString => Provider == StorageProvider.Postgres
        ? PostgresServer.ConnectionString(_name) : $"Data Source={Path.Combine(Folder, "reunion.db")}";

    /// <summary>A database with every migration applied.</summary>
    public static async Task<TestDatabase> CreateAsync(StorageProvider provider)
    {
        var model = await (provider == StorageProvider.Postgres ? PostgresModel : SqliteModel).Value;
        var database = new TestDatabase(provider);
        if (provider == StorageProvider.Postgres)
            await PostgresServer.ExecuteAsync($"CREATE DATABASE {database._name} TEMPLATE {model._name}");
        else
            File.Copy(Path.Combine(model.Folder, "reunion.db"), Path.Combine(database.Folder, "reunion.db"));
        return database;
    }

    /// <summary>A database without a table.</summary>
    public static async Task<TestDatabase> CreateEmptyAsync(StorageProvider provider)
    {
        var database = new TestDatabase(provider);
        if (provider == StorageProvider.Postgres)
            await PostgresServer.ExecuteAsync($"CREATE DATABASE {database._name} TEMPLATE template0");
        return database;
    }

    public ReunionDbContextFactory Factory() => new(
        Options.Create(new StorageOptions { Provider = Provider, ConnectionString = ConnectionString }),
        Options.Create(new ReunionOptions { DataDirectory = Folder }));

    public async Task MigrateAsync() =>
        await new DatabaseInitializer(Factory(), Options.Create(new ReunionOptions { DataDirectory = Folder })).InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await DisconnectAsync();
        if (Provider == StorageProvider.Postgres)
            await PostgresServer.DropAsync(_name);
        Directory.Delete(Folder, recursive: true);
    }

    private static async Task<TestDatabase> MigratedAsync(StorageProvider provider)
    {
        var database = await CreateEmptyAsync(provider);
        await database.MigrateAsync();
        await database.DisconnectAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => database.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return database;
    }

    private async Task DisconnectAsync()
    {
        if (Provider == StorageProvider.Postgres)
        {
            await using var pool = new NpgsqlConnection(ConnectionString);
            NpgsqlConnection.ClearPool(pool);
        }
        else
        {
            await using var pool = new SqliteConnection(ConnectionString);
            SqliteConnection.ClearPool(pool);
        }
    }
}
