using System.Reflection;
using Reunion.Core.Storage;
using Xunit.Sdk;
using Xunit.v3;

namespace Reunion.Tests.Support.Databases;

/// <summary>Runs a theory once on SQLite and once on PostgreSQL; without a server the latter is skipped by name.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnBothDatabasesAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>(
        [
            new TheoryDataRow<StorageProvider>(StorageProvider.Sqlite),
            new TheoryDataRow<StorageProvider>(StorageProvider.Postgres) { Skip = PostgresServer.IsThere ? null : PostgresServer.HowToStart },
        ]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
