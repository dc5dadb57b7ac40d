using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Reunion.Core.Storage.Accounts;

namespace Reunion.Core.Storage.Postgres;

/// <summary>Lets <c>dotnet ef</c> make migrations for PostgreSQL; opens no connection.</summary>
internal sealed class PostgresDesignTimeFactory : IDesignTimeDbContextFactory<PostgresReunionDbContext>
{
    public PostgresReunionDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresReunionDbContext>().UseIdentitySchema().UseNpgsql("Host=design-time").Options);
}
