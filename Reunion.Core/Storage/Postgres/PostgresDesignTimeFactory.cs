using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Reunion.Core.Storage.Postgres;

/// <summary>Lets <c>dotnet ef</c> make migrations for PostgreSQL; opens no connection.</summary>
internal sealed class PostgresDesignTimeFactory : IDesignTimeDbContextFactory<PostgresReunionDbContext>
{
    public PostgresReunionDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresReunionDbContext>().UseNpgsql("Host=design-time").Options);
}
