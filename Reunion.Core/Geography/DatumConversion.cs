namespace Reunion.Core.Geography;

/// <summary>Moves points between WGS-84 and the datums that are used on Chinese maps.</summary>
/// <remarks>
/// The offset is defined only inside the rectangle 0.8293–55.8271° N, 72.004–137.8347° E that map providers take for China;
/// coordinates outside it are the same in every datum. Inside, both directions agree with the providers' to centimetres, and there
/// and back again to less than a millimetre, but for points that the offset carries over the rectangle's edge, which lies in
/// the sea and abroad. Pure and thread-safe.
/// </remarks>
public static class DatumConversion
{
    private const double MapAxisMetres = 6_378_245.0;
    private const double MapEccentricitySquared = 0.006693421622965823;
    private const double Bd09Wave = Math.PI * 3000 / 180;

    /// <summary>The WGS-84 point of coordinates in a datum.</summary>
    /// <param name="latitude">Degrees north in that datum.</param>
    /// <param name="longitude">Degrees east in that datum.</param>
    /// <param name="datum">The datum they are in.</param>
    /// <exception cref="ArgumentOutOfRangeException">A coordinate is no latitude or longitude, or the datum is unknown.</exception>
    public static GeoPoint ToWgs84(double latitude, double longitude, Datum datum)
    {
        var given = new GeoPoint(latitude, longitude);
        if (!Enum.IsDefined(datum))
            throw NoSuch(datum);
        if (datum == Datum.Wgs84 || !IsShifted(latitude, longitude))
            return given;

        // The offset changes by at most some 0.3% of a step: what is off by less than this (a centimetre) before a round is off
        // by some hundredths of a millimetre after it, and a round more would cost a dozen sines for nothing.
        double north = latitude, east = longitude;
        for (var i = 0; i < 12; i++)
        {
            var (thereNorth, thereEast) = Shift(north, east, datum);
            double northOff = thereNorth - latitude, eastOff = thereEast - longitude;
            north -= northOff;
            east -= eastOff;
            if (Math.Abs(northOff) + Math.Abs(eastOff) < 1e-7)
                break;
        }
        return IsShifted(north, east) ? new GeoPoint(north, east) : given;
    }

    /// <summary>The coordinates of a WGS-84 point in a datum, as a pair that happens to be typed as a point.</summary>
    /// <param name="point">The point in WGS-84.</param>
    /// <param name="datum">The datum that is wanted.</param>
    /// <exception cref="ArgumentOutOfRangeException">The datum is unknown.</exception>
    public static GeoPoint FromWgs84(GeoPoint point, Datum datum)
    {
        if (!Enum.IsDefined(datum))
            throw NoSuch(datum);
        if (datum == Datum.Wgs84 || !IsShifted(point.Latitude, point.Longitude))
            return point;
        var (north, east) = Shift(point.Latitude, point.Longitude, datum);
        return new GeoPoint(north, east);
    }

    private static bool IsShifted(double latitude, double longitude) =>
        latitude is >= 0.8293 and <= 55.8271 && longitude is >= 72.004 and <= 137.8347;

    private static ArgumentOutOfRangeException NoSuch(Datum datum) => new(nameof(datum), datum, "No such datum.");

    private static (double North, double East) Shift(double north, double east, Datum datum) => datum switch
    {
        Datum.Gcj02 => ToGcj02(north, east),
        Datum.Bd09 => FromGcj02ToBd09(ToGcj02(north, east)),
        _ => throw NoSuch(datum),
    };

    private static (double North, double East) ToGcj02(double north, double east)
    {
        double x = east - 105, y = north - 35;
        var ripple = (20 * Wave(x, 6) + 20 * Wave(x, 2)) * 2 / 3;
        var root = Math.Sqrt(Math.Abs(x));
        var northMetres = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + ripple
            + (20 * Wave(y, 1) + 40 * Wave(y, 1 / 3.0) + 160 * Wave(y, 1 / 12.0) + 320 * Wave(y, 1 / 30.0)) * 2 / 3;
        var eastMetres = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + ripple
            + (20 * Wave(x, 1) + 40 * Wave(x, 1 / 3.0) + 150 * Wave(x, 1 / 12.0) + 300 * Wave(x, 1 / 30.0)) * 2 / 3;

        var (sin, cos) = Math.SinCos(north * Wgs84.RadiansPerDegree);
        var w2 = 1 - MapEccentricitySquared * sin * sin;
        var meridianRadius = MapAxisMetres * (1 - MapEccentricitySquared) / (w2 * Math.Sqrt(w2));
        var parallelRadius = MapAxisMetres / Math.Sqrt(w2) * cos;
        return (north + northMetres / meridianRadius / Wgs84.RadiansPerDegree,
            east + eastMetres / parallelRadius / Wgs84.RadiansPerDegree);

        static double Wave(double value, double frequency) => Math.Sin(value * frequency * Math.PI);
    }

    private static (double North, double East) FromGcj02ToBd09((double North, double East) point)
    {
        var reach = Math.Sqrt(point.East * point.East + point.North * point.North) + 0.00002 * Math.Sin(point.North * Bd09Wave);
        var (sin, cos) = Math.SinCos(Math.Atan2(point.North, point.East) + 0.000003 * Math.Cos(point.East * Bd09Wave));
        return (reach * sin + 0.006, reach * cos + 0.0065);
    }
}
