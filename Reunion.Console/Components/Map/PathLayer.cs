namespace Reunion.Console.Components.Map;

/// <summary>Verified sightings joined in the order they were seen.</summary>
public sealed record PathLayer(string Id, IReadOnlyList<PathPoint> Points) : MapLayer(Id)
{
    public bool Equals(PathLayer? other) => other is not null && Id == other.Id && Points.SequenceEqual(other.Points);

    public override int GetHashCode() => HashCode.Combine(Id, Points.Count);
}
