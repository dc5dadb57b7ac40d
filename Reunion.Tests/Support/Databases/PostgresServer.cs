using Npgsql;

namespace Reunion.Tests.Support.Databases;

/// <summary>The PostgreSQL server that test.sh starts, or any other the environment names.</summary>
internal static class PostgresServer
{
    public const string HowToStart =
        "Needs PostgreSQL: run ./test.sh, or set REUNION_TEST_POSTGRES to a connection string whose user may create databases.";

    private static readonly string? Given = Environment.GetEnvironmentVariable("REUNION_TEST_POSTGRES");

    public static bool IsThere => !string.IsNullOrEmpty(Given);

    public static string ConnectionString(string database) => new NpgsqlConnectionStringBuilder(Given) { Database = database }.ConnectionString;

    public static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Given);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public static async Task DropAsync(string database)
    {
        await using (var pool = new NpgsqlConnection(ConnectionString(database)))
            NpgsqlConnection.ClearPool(pool);
        await ExecuteAsync($"DROP DATABASE IF EXISTS {database} WITH (FORCE)");
    }
}
