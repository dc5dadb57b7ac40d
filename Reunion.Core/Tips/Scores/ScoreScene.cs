using Reunion.Core.Geography;

namespace Reunion.Core.Tips.Scores;

/// <summary>What is known of an alert when a tip is weighed. Immutable.</summary>
/// <param name="LastSeen">Where the child was last seen.</param>
/// <param name="LastSeenAtUtc">When.</param>
/// <param name="Circles">Its circles as they are now.</param>
/// <param name="Sightings">Its verified sightings, earliest first.</param>
public sealed record ScoreScene(
    GeoPoint LastSeen, DateTimeOffset LastSeenAtUtc, IReadOnlyList<SceneCircle> Circles, IReadOnlyList<SceneSighting> Sightings)
{
    /// <summary>The way from where the child was last seen through every sighting, in the order of time.</summary>
    public IReadOnlyList<SightingLeg> Legs()
    {
        var legs = new List<SightingLeg>(Sightings.Count);
        SceneSighting? before = null;
        // What was seen before the child went missing is no part of the way.
        foreach (var sighting in Sightings.Where(s => s.AtUtc >= LastSeenAtUtc - Travel.TimeSlack))
        {
            legs.Add(SightingLeg.Of(before, before?.Point ?? LastSeen, before?.AtUtc ?? LastSeenAtUtc, sighting));
            before = sighting;
        }

        return legs;
    }

    /// <summary>Whether a place lies in one of the circles; on the edge counts.</summary>
    /// <param name="point">The place.</param>
    public bool IsInside(GeoPoint point)
    {
        foreach (var circle in Circles)
            if (Geodesic.DistanceMetres(circle.Centre, point) <= circle.RadiusMetres)
                return true;
        return false;
    }

    /// <inheritdoc/>
    public bool Equals(ScoreScene? other) => other is not null && LastSeen == other.LastSeen && LastSeenAtUtc == other.LastSeenAtUtc
        && Circles.SequenceEqual(other.Circles) && Sightings.SequenceEqual(other.Sightings);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(LastSeen, LastSeenAtUtc, Circles.Count, Sightings.Count);
}
