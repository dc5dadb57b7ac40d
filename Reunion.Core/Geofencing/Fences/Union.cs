namespace Reunion.Core.Geofencing;

/// <summary>Everything that lies in at least one of several shapes.</summary>
/// <param name="Parts">The shapes, 1 to 1,000 of them; copied.</param>
/// <exception cref="GeofenceException">There is no part, or there are too many.</exception>
public sealed record Union(IReadOnlyList<Geofence> Parts) : Geofence
{
    /// <summary>The largest number of parts.</summary>
    public const int MaxParts = 1_000;

    /// <summary>The shapes.</summary>
    public IReadOnlyList<Geofence> Parts { get; } = Parts is { Count: > 0 and <= MaxParts }
        ? [.. Parts]
        : throw new GeofenceException(GeofenceCodes.UnionOutOfRange, "A union has 1 to 1,000 parts.");
}
