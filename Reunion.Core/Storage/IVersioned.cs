namespace Reunion.Core.Storage;

/// <summary>A row that two people, or two processes, may want to change at once: the second one is refused.</summary>
public interface IVersioned
{
    /// <summary>Counts the changes of the row; a concurrency token kept by <see cref="VersionInterceptor"/>.</summary>
    int Version { get; set; }
}
