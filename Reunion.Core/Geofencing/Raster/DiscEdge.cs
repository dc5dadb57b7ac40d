using Reunion.Core.Geography;

namespace Reunion.Core.Geofencing;

/// <summary>How far, in longitude, a disc on the ellipsoid reaches at each latitude.</summary>
/// <remarks>
/// Points of the true edge are computed by geodesics at up to 512 azimuths. For each, the arc between it and the centre on
/// the sphere of reduced latitudes is noted, as its cosine; that varies so little along the edge (by the flattening) that
/// between the points a straight line is right to a decimetre. Immutable and thread-safe.
/// </remarks>
internal sealed class DiscEdge
{
    /// <summary>Beyond this the edge folds over near the opposite point, and is found by distances instead of azimuths.</summary>
    private const double FoldMetres = 19_000_000;

    private readonly double[] _sinBeta;
    private readonly double[] _cosArc;
    private readonly int _knots;
    private readonly double _sinCentre;
    private readonly double _cosCentre;
    private readonly double _radius;
    private readonly double _centreMeridian;
    private readonly double _wholeBelow;
    private readonly double _wholeAbove;

    public DiscEdge(GeoPoint centre, double radiusMetres)
    {
        var centreBeta = Wgs84.ReducedLatitude(centre.Latitude);
        (_sinCentre, _cosCentre) = Math.SinCos(centreBeta);
        _radius = radiusMetres;
        // The error between two points grows with the radius and the square of their angle: a decimetre at most.
        _knots = Math.Clamp((int)(16 * Math.Sqrt(radiusMetres / 1_000)), 16, 512);
        (_sinBeta, _cosArc) = (new double[_knots + 1], new double[_knots + 1]);
        _centreMeridian = GeodesicInverse.Meridian(centreBeta);
        SouthLatitude = LatitudeAt(_centreMeridian - radiusMetres);
        NorthLatitude = LatitudeAt(_centreMeridian + radiusMetres);
        // A parallel is wholly inside when its farthest point, over the pole, is.
        var beyond = 2 * GeodesicInverse.QuarterMetres - radiusMetres;
        _wholeBelow = beyond + _centreMeridian <= GeodesicInverse.QuarterMetres ? LatitudeAt(-_centreMeridian - beyond) : double.NegativeInfinity;
        _wholeAbove = beyond - _centreMeridian <= GeodesicInverse.QuarterMetres ? LatitudeAt(-_centreMeridian + beyond) : double.PositiveInfinity;
        if (radiusMetres <= FoldMetres)
            TraceByAzimuth(centre);
        else
            TraceByDistance(centre);
    }

    public double SouthLatitude { get; }

    public double NorthLatitude { get; }

    /// <summary>Degrees to each side of the centre's meridian: 180 when the whole parallel is inside, negative when none of it is.</summary>
    /// <param name="latitude">The parallel, in degrees.</param>
    /// <param name="knot">Where the search begins and ended; pass the same variable for latitudes near each other, starting with 0.</param>
    public double HalfWidthDegrees(double latitude, ref int knot)
    {
        if (latitude < SouthLatitude || latitude > NorthLatitude)
            return -1;
        if (latitude <= _wholeBelow || latitude >= _wholeAbove)
            return 180;

        var (sin, cos) = Math.SinCos(latitude * Wgs84.RadiansPerDegree);
        sin *= 1 - Wgs84.Flattening;
        var length = Math.Sqrt(sin * sin + cos * cos);
        var (sinBeta, cosBeta) = (sin / length, cos / length);
        var cosine = (CosArcAt(sinBeta, ref knot) - sinBeta * _sinCentre) / (cosBeta * _cosCentre);
        return Math.Acos(Math.Clamp(cosine, -1, 1)) / Wgs84.RadiansPerDegree;
    }

    private double CosArcAt(double sinBeta, ref int knot)
    {
        while (knot < _knots - 1 && _sinBeta[knot + 1] < sinBeta)
            knot++;
        while (knot > 0 && _sinBeta[knot] > sinBeta)
            knot--;
        var width = _sinBeta[knot + 1] - _sinBeta[knot];
        var share = width > 1e-15 ? Math.Clamp((sinBeta - _sinBeta[knot]) / width, 0, 1) : 0.5;
        return _cosArc[knot] + share * (_cosArc[knot + 1] - _cosArc[knot]);
    }

    private void TraceByAzimuth(GeoPoint centre)
    {
        for (var i = 0; i <= _knots; i++)
        {
            var (latitude, difference) = GeodesicDirect.Follow(centre.Latitude, 180 - 180.0 * i / _knots, _radius);
            SetKnot(i, latitude, difference);
        }
    }

    private void TraceByDistance(GeoPoint centre)
    {
        // Only parallels near the opposite point are partly outside.
        var reach = 2 * GeodesicInverse.QuarterMetres - _radius;
        var south = LatitudeAt(-_centreMeridian - reach);
        var north = LatitudeAt(-_centreMeridian + reach);
        for (var i = 0; i <= _knots; i++)
        {
            // Denser where the edge turns.
            var latitude = south + (1 - Math.Cos(Math.PI * i / _knots)) / 2 * (north - south);
            double inside = 0, outside = 180;
            for (var step = 0; step < 40; step++)
            {
                var middle = (inside + outside) / 2;
                if (GeodesicInverse.DistanceMetres(centre.Latitude, latitude, middle) <= _radius)
                    inside = middle;
                else
                    outside = middle;
            }
            SetKnot(i, latitude, inside);
        }
    }

    private static double LatitudeAt(double meridianMetres) =>
        Math.Abs(meridianMetres) >= GeodesicInverse.QuarterMetres
            ? Math.Sign(meridianMetres) * 90
            : GeodesicDirect.Follow(0, 0, meridianMetres).Latitude;

    private void SetKnot(int index, double latitude, double longitudeDifference)
    {
        var (sinBeta, cosBeta) = Math.SinCos(Wgs84.ReducedLatitude(latitude));
        _sinBeta[index] = sinBeta;
        _cosArc[index] = sinBeta * _sinCentre + cosBeta * _cosCentre * Math.Cos(longitudeDifference * Wgs84.RadiansPerDegree);
    }
}
