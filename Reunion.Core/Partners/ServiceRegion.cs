using System.Text.Json.Serialization;
using Reunion.Core.Geography;

namespace Reunion.Core.Partners;

/// <summary>A circle within which a partner operates. An alert concerns the partner once one of its circles touches one of these.</summary>
/// <param name="Name">What people call it, 1 to 100 characters.</param>
/// <param name="Latitude">The centre's degrees north in WGS-84, −90 to 90.</param>
/// <param name="Longitude">The centre's degrees east in WGS-84, −180 to 180.</param>
/// <param name="RadiusMetres">The radius in metres, <see cref="MinRadiusMetres"/> to <see cref="MaxRadiusMetres"/>.</param>
/// <remarks>Immutable. It decides whether a partner carries an alert, not which of its phones are told.</remarks>
public sealed record ServiceRegion(string Name, double Latitude, double Longitude, double RadiusMetres)
{
    /// <summary>The smallest radius in metres: a district.</summary>
    public const double MinRadiusMetres = 1_000;

    /// <summary>The largest radius in metres: a country's half.</summary>
    public const double MaxRadiusMetres = 2_000_000;

    /// <summary>The most regions of one partner.</summary>
    public const int Most = 50;

    /// <summary>The centre.</summary>
    [JsonIgnore]
    public GeoPoint Centre => new(Latitude, Longitude);

    /// <summary>Whether a circle has a point in common with the region; edges that meet touch.</summary>
    /// <param name="centre">The circle's centre.</param>
    /// <param name="radiusMetres">The circle's radius in metres, 0 or more.</param>
    public bool Touches(GeoPoint centre, double radiusMetres) =>
        Geodesic.DistanceMetres(Centre, centre) <= RadiusMetres + radiusMetres;
}
