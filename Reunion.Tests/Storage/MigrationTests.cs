using Microsoft.EntityFrameworkCore;
using Reunion.Core.Storage;
using Reunion.Tests.Support.Databases;

namespace Reunion.Tests.Storage;

public sealed class MigrationTests
{
    [Theory, OnBothDatabases]
    public async Task Migrations_build_an_empty_database_and_a_second_start_changes_nothing(StorageProvider provider)
    {
        await using var database = await TestDatabase.CreateEmptyAsync(provider);
        await database.MigrateAsync();
        await database.MigrateAsync();
        await using var db = database.Factory().CreateDbContext();
        Assert.NotEmpty(await db.Database.GetAppliedMigrationsAsync(TestContext.Current.CancellationToken));
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
    }

    [Theory, OnBothDatabases]
    public async Task Every_table_of_the_model_can_be_read(StorageProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var db = database.Factory().CreateDbContext();
        foreach (var table in db.Model.GetRelationalModel().Tables)
        {
            var columns = string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\""));
#pragma warning disable EF1002 // The names come from the model, not from anybody outside.
            await db.Database.ExecuteSqlRawAsync($"SELECT {columns} FROM \"{table.Name}\"", TestContext.Current.CancellationToken);
#pragma warning restore EF1002
        }
    }

    [Theory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.Postgres)]
    public void The_migrations_are_up_to_date_with_the_model(StorageProvider provider)
    {
        using var db = new ReunionDbContextFactory(
            Microsoft.Extensions.Options.Options.Create(new StorageOptions { Provider = provider, ConnectionString = "Data Source=nowhere" }),
            Microsoft.Extensions.Options.Options.Create(new Core.Common.Hosting.ReunionOptions())).CreateDbContext();
        Assert.False(db.Database.HasPendingModelChanges(), "The model changed: add a migration for both databases, see CONTRIBUTING.md.");
    }

    [Fact]
    public void Both_databases_have_migrations_of_the_same_names()
    {
        string[] Names(string folder) => [.. typeof(ReunionDbContext).Assembly.GetTypes()
            .Where(t => t.Namespace == $"Reunion.Core.Storage.{folder}.Migrations" && t.IsSubclassOf(typeof(Microsoft.EntityFrameworkCore.Migrations.Migration)))
            .Select(t => t.Name).Order(StringComparer.Ordinal)];
        Assert.Equal(Names("Sqlite"), Names("Postgres"));
        Assert.NotEmpty(Names("Sqlite"));
    }

    [Fact]
    public async Task The_table_of_passkeys_is_there()
    {
        await using var database = await TestDatabase.CreateAsync(StorageProvider.Sqlite);
        await using var db = database.Factory().CreateDbContext();
        Assert.Contains(db.Model.GetRelationalModel().Tables, t => t.Name == "AspNetUserPasskeys");
        Assert.Equal(0, await db.Set<Microsoft.AspNetCore.Identity.IdentityUserPasskey<string>>().CountAsync(TestContext.Current.CancellationToken));
    }
}
