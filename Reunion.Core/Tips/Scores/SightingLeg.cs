using Reunion.Core.Geography;

namespace Reunion.Core.Tips.Scores;

/// <summary>The way between two sightings that follow each other.</summary>
/// <param name="From">Where it starts; null where the child was last seen.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Metres">The shortest distance.</param>
/// <param name="Hours">The time between.</param>
/// <param name="Kmh">The speed that it takes at least, see <see cref="Travel.Kmh"/>.</param>
/// <param name="IsImpossible">Whether nothing travels that fast over that distance: one of the two is wrong.</param>
public sealed record SightingLeg(SceneSighting? From, SceneSighting To, double Metres, double Hours, double Kmh, bool IsImpossible)
{
    internal static SightingLeg Of(SceneSighting? from, GeoPoint start, DateTimeOffset startUtc, SceneSighting to)
    {
        var metres = Geodesic.DistanceMetres(start, to.Point);
        var kmh = Travel.Kmh(metres, to.AtUtc - startUtc);
        return new SightingLeg(from, to, metres, (to.AtUtc - startUtc).TotalHours, kmh, Travel.IsImpossible(metres, kmh));
    }
}
