namespace Reunion.Core.Geofencing;

/// <summary>An area on the earth. Whether a phone lies in it is judged right to within 30 m of the true edge.</summary>
/// <remarks>
/// Immutable; every constructor throws <see cref="GeofenceException"/> for a shape that cannot be swept, so that a geofence that
/// exists can be used. The kinds are <see cref="Disc"/>, <see cref="Annulus"/>, <see cref="Polygon"/> and <see cref="Union"/>.
/// </remarks>
public abstract record Geofence
{
    private protected Geofence()
    {
    }

    /// <summary>The largest radius, in metres: nearly half of the way around the earth.</summary>
    public const double MaxRadiusMetres = 20_000_000;

    private protected static double CheckRadius(double radiusMetres) =>
        radiusMetres is > 0 and <= MaxRadiusMetres
            ? radiusMetres
            : throw new GeofenceException(GeofenceCodes.RadiusOutOfRange, $"A radius of {radiusMetres} m is not above 0 and up to 20,000 km.");
}
