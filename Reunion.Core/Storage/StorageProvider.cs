namespace Reunion.Core.Storage;

/// <summary>The databases that Reunion runs on.</summary>
public enum StorageProvider
{
    /// <summary>One embedded file in the data directory.</summary>
    Sqlite,

    /// <summary>A PostgreSQL server, named by <c>ConnectionStrings:Reunion</c>.</summary>
    Postgres,
}
