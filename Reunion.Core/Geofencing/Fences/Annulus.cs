using Reunion.Core.Geography;

namespace Reunion.Core.Geofencing;

/// <summary>What lies within the outer radius but not within the inner one; annuli that share a radius share no phone.</summary>
/// <param name="Centre">The centre.</param>
/// <param name="InnerRadiusMetres">The inner radius, 0 or more; 0 makes it a disc.</param>
/// <param name="OuterRadiusMetres">The outer radius, above the inner one and at most 20,000,000.</param>
/// <exception cref="GeofenceException">A radius is out of range, or the inner one is not the smaller.</exception>
public sealed record Annulus(GeoPoint Centre, double InnerRadiusMetres, double OuterRadiusMetres) : Geofence
{
    /// <summary>The outer radius in metres, above the inner one and at most 20,000,000.</summary>
    public double OuterRadiusMetres { get; } = CheckRadius(OuterRadiusMetres);

    /// <summary>The inner radius in metres, 0 or more.</summary>
    public double InnerRadiusMetres { get; } = InnerRadiusMetres >= 0 && InnerRadiusMetres < OuterRadiusMetres
        ? InnerRadiusMetres
        : throw new GeofenceException(GeofenceCodes.AnnulusInverted, "An inner radius is at least 0 and less than the outer one.");
}
