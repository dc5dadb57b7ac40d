namespace Reunion.Core.Geography;

/// <summary>A point on the earth in WGS-84, the datum of every point inside Reunion.</summary>
/// <remarks>Immutable. Points in another datum are converted at the border, see <see cref="Datum"/>.</remarks>
public readonly record struct GeoPoint
{
    /// <summary>A point from its coordinates.</summary>
    /// <param name="latitude">Degrees north, −90 to 90.</param>
    /// <param name="longitude">Degrees east, −180 to 180.</param>
    /// <exception cref="ArgumentOutOfRangeException">A coordinate is out of range or not a number.</exception>
    public GeoPoint(double latitude, double longitude)
    {
        if (!IsLatitude(latitude))
            throw new ArgumentOutOfRangeException(nameof(latitude), latitude, "A latitude lies between −90 and 90 degrees.");
        if (!IsLongitude(longitude))
            throw new ArgumentOutOfRangeException(nameof(longitude), longitude, "A longitude lies between −180 and 180 degrees.");
        Latitude = latitude;
        Longitude = longitude;
    }

    /// <summary>Degrees north, −90 to 90.</summary>
    public double Latitude { get; }

    /// <summary>Degrees east, −180 to 180.</summary>
    public double Longitude { get; }

    /// <summary>Whether a number is a latitude in degrees.</summary>
    /// <param name="degrees">Any number, also NaN.</param>
    public static bool IsLatitude(double degrees) => degrees is >= -90 and <= 90;

    /// <summary>Whether a number is a longitude in degrees.</summary>
    /// <param name="degrees">Any number, also NaN.</param>
    public static bool IsLongitude(double degrees) => degrees is >= -180 and <= 180;
}
