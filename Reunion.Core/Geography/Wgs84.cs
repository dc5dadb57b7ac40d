namespace Reunion.Core.Geography;

/// <summary>The defining and derived constants of the WGS-84 ellipsoid.</summary>
internal static class Wgs84
{
    public const double EquatorialRadiusMetres = 6_378_137.0;
    public const double Flattening = 1 / 298.257223563;
    public const double PolarRadiusMetres = EquatorialRadiusMetres * (1 - Flattening);

    /// <summary>The third flattening, in which the series of Karney are expanded.</summary>
    public const double N = Flattening / (2 - Flattening);

    /// <summary>The square of the second eccentricity.</summary>
    public const double SecondEccentricitySquared = Flattening * (2 - Flattening) / ((1 - Flattening) * (1 - Flattening));

    public const double RadiansPerDegree = Math.PI / 180;

    /// <summary>The reduced latitude in radians of a geographic latitude in degrees.</summary>
    public static double ReducedLatitude(double latitudeDegrees)
    {
        var (sin, cos) = Math.SinCos(latitudeDegrees * RadiansPerDegree);
        return Math.Atan2((1 - Flattening) * sin, cos);
    }

    /// <summary>The geographic latitude in degrees of a reduced latitude given by its sine and cosine.</summary>
    public static double LatitudeDegrees(double sinReduced, double cosReduced) =>
        Math.Atan2(sinReduced, (1 - Flattening) * cosReduced) / RadiansPerDegree;
}
