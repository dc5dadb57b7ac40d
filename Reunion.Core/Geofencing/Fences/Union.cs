namespace Reunion.Core.Geofencing;

/// <summary>Everything that lies in at least one of several shapes.</summary>
/// <param name="Parts">The shapes; unions among them are taken apart, which must leave 1 to 1,000. Copied.</param>
/// <exception cref="GeofenceException">There is no part, there are too many, or one is null.</exception>
public sealed record Union(IReadOnlyList<Geofence> Parts) : Geofence
{
    /// <summary>The largest number of parts.</summary>
    public const int MaxParts = 1_000;

    /// <summary>The shapes, none of them a union.</summary>
    public IReadOnlyList<Geofence> Parts { get; } = Check(Parts);

    private static IReadOnlyList<Geofence> Check(IReadOnlyList<Geofence> parts)
    {
        // Checked before anything is copied: a union of many unions of many would not end.
        if (parts is not { Count: > 0 and <= MaxParts } || parts.Any(part => part is null) || parts.Sum(Count) > MaxParts)
            throw new GeofenceException(GeofenceCodes.UnionOutOfRange, $"A union has 1 to {MaxParts} parts, with those of its unions.");
        return [.. parts.SelectMany(part => part is Union union ? union.Parts : [part])];
    }

    private static int Count(Geofence part) => part is Union union ? union.Parts.Count : 1;
}
