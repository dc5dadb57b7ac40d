using Reunion.Core.Common;

namespace Reunion.Console.Live;

/// <summary>All open alerts at one moment, newest first. Immutable: every screen of the process is handed the same one.</summary>
/// <param name="Alerts">The alerts that have not ended.</param>
public sealed record MapSnapshot(IReadOnlyList<MapAlert> Alerts)
{
    /// <summary>Before anything was read.</summary>
    public static MapSnapshot Empty { get; } = new([]);

    /// <summary>One alert, or null when it is not open.</summary>
    public MapAlert? Find(AlertId? id) => id is null ? null : Alerts.FirstOrDefault(a => a.Id == id);
}
