namespace Reunion.Core.Geography;

/// <summary>
/// One geodesic of the WGS-84 ellipsoid, known by its azimuth where it crosses the equator. Positions along it are arcs σ on
/// the auxiliary sphere.
/// </summary>
/// <remarks>
/// The series are those of C. F. F. Karney, "Algorithms for geodesics", J. Geodesy 87, 43–55 (2013), equations 15 to 25, to the
/// sixth order in the flattening: the error is some nanometres.
/// </remarks>
internal readonly struct GeodesicCurve
{
    private const double N = Wgs84.N;
    private readonly double _sinAlpha0;
    private readonly double _k2;
    private readonly double _a1, _c11, _c12, _c13, _c14, _c15, _c16;
    private readonly double _a3, _c31, _c32, _c33, _c34, _c35;

    public GeodesicCurve(double sinAlpha0, double cosAlpha0)
    {
        _sinAlpha0 = sinAlpha0;
        _k2 = Wgs84.SecondEccentricitySquared * cosAlpha0 * cosAlpha0;
        var root = Math.Sqrt(1 + _k2);
        var e = _k2 / ((root + 1) * (root + 1));
        double e2 = e * e, e3 = e2 * e, e4 = e2 * e2, e5 = e4 * e;

        _a1 = (1 + e2 * (1 / 4.0 + e2 * (1 / 64.0 + e2 / 256))) / (1 - e);
        _c11 = e * (-1 / 2.0 + e2 * (3 / 16.0 - e2 / 32));
        _c12 = e2 * (-1 / 16.0 + e2 * (1 / 32.0 - e2 * 9 / 2048));
        _c13 = e3 * (-1 / 48.0 + e2 * 3 / 256);
        _c14 = e4 * (-5 / 512.0 + e2 * 3 / 512);
        _c15 = e5 * -7 / 1280;
        _c16 = e5 * e * -7 / 2048;

        _a3 = 1 - e * (1 - N) / 2 - e2 * (1 / 4.0 + N * (1 / 8.0 - N * 3 / 8)) - e3 * (1 + N * (3 + N)) / 16
            - e4 * (3 / 64.0 + N / 32) - e5 * 3 / 128;
        _c31 = e * (1 - N) / 4 + e2 * (1 - N * N) / 8 + e3 * (3 + N * (3 - N)) / 64 + e4 * (5 / 128.0 + N / 64) + e5 * 3 / 128;
        _c32 = e2 * (2 + N * (-3 + N)) / 32 + e3 * (3 + N * (-2 - 3 * N)) / 64 + e4 * (3 + N) / 128 + e5 * 5 / 256;
        _c33 = e3 * (5 + N * (-9 + 5 * N)) / 192 + e4 * (9 - 10 * N) / 384 + e5 * 7 / 512;
        _c34 = e4 * (7 - 14 * N) / 512 + e5 * 7 / 512;
        _c35 = e5 * 21 / 2560;
    }

    /// <summary>Metres along the curve from the equator to the arc σ.</summary>
    public double LengthAt(double sigma)
    {
        var (sin, cos) = Math.SinCos(2 * sigma);
        return Wgs84.PolarRadiusMetres * _a1 * (sigma + SineSeries(sin, cos, _c11, _c12, _c13, _c14, _c15, _c16));
    }

    /// <summary>The arc σ that lies so many metres along the curve.</summary>
    public double ArcAt(double lengthMetres)
    {
        var sigma = lengthMetres / (Wgs84.PolarRadiusMetres * _a1);
        for (var i = 0; i < 3; i++)
        {
            var sin = Math.Sin(sigma);
            sigma -= (LengthAt(sigma) - lengthMetres) / (Wgs84.PolarRadiusMetres * Math.Sqrt(1 + _k2 * sin * sin));
        }
        return sigma;
    }

    /// <summary>By how many radians the longitude on the ellipsoid lags behind that on the auxiliary sphere at the arc σ.</summary>
    public double LagAt(double sigma)
    {
        var (sin, cos) = Math.SinCos(2 * sigma);
        return Wgs84.Flattening * _sinAlpha0 * _a3 * (sigma + SineSeries(sin, cos, _c31, _c32, _c33, _c34, _c35, 0));
    }

    /// <summary>Σ cᵢ·sin(i·x) by Clenshaw's recurrence.</summary>
    private static double SineSeries(double sin, double cos, double c1, double c2, double c3, double c4, double c5, double c6)
    {
        var twoCos = 2 * cos;
        var b5 = c5 + twoCos * c6;
        var b4 = c4 + twoCos * b5 - c6;
        var b3 = c3 + twoCos * b4 - b5;
        var b2 = c2 + twoCos * b3 - b4;
        return sin * (c1 + twoCos * b2 - b3);
    }
}
