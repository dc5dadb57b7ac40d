using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Reunion.Core.Storage.Accounts;

namespace Reunion.Core.Storage.Sqlite;

/// <summary>Lets <c>dotnet ef</c> make migrations for SQLite; opens no database.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteReunionDbContext>
{
    public SqliteReunionDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteReunionDbContext>().UseIdentitySchema().UseSqlite("Data Source=design-time").Options);
}
