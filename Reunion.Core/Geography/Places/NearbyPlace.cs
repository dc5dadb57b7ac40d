namespace Reunion.Core.Geography.Places;

/// <summary>Where a point lies as seen from a place: so far, in that direction.</summary>
/// <param name="Place">The place.</param>
/// <param name="DistanceMetres">From the place's centre to the point, in metres, good to half a percent.</param>
/// <param name="Direction">From the place to the point.</param>
public sealed record NearbyPlace(Place Place, double DistanceMetres, CompassPoint Direction);
