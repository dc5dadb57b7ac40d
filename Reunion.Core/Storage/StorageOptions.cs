namespace Reunion.Core.Storage;

/// <summary>Settings under <c>Reunion:Storage</c>.</summary>
public sealed class StorageOptions
{
    /// <summary>The configuration section these settings are read from.</summary>
    public const string Section = "Reunion:Storage";

    /// <summary>Which database to use; SQLite by default.</summary>
    public StorageProvider Provider { get; set; } = StorageProvider.Sqlite;

    /// <summary>From <c>ConnectionStrings:Reunion</c>. Empty with SQLite: <c>reunion.db</c> in the data directory.</summary>
    public string ConnectionString { get; set; } = "";
}
