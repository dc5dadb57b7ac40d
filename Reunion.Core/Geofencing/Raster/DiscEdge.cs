using Reunion.Core.Geography;

namespace Reunion.Core.Geofencing;

/// <summary>How far, in longitude, a disc on the ellipsoid reaches at each latitude.</summary>
/// <remarks>
/// Points of the true edge are computed by geodesics at a few hundred azimuths. For each, the arc between it and the centre on
/// the sphere of reduced latitudes is noted; that arc varies so little along the edge (by the flattening) that between the
/// points a straight line is right to centimetres. Latitudes must be asked for from south to north. Not thread-safe.
/// </remarks>
internal sealed class DiscEdge
{
    private const int Knots = 512;

    /// <summary>Beyond this the edge folds over near the opposite point, and is found by distances instead of azimuths.</summary>
    private const double FoldMetres = 19_000_000;

    private readonly double[] _beta = new double[Knots + 1];
    private readonly double[] _arc = new double[Knots + 1];
    private readonly double _centreBeta;
    private readonly double _radius;
    private readonly double _centreMeridian;
    private readonly double _wholeBelow;
    private readonly double _wholeAbove;
    private int _knot;

    public DiscEdge(GeoPoint centre, double radiusMetres)
    {
        _radius = radiusMetres;
        _centreBeta = Wgs84.ReducedLatitude(centre.Latitude);
        _centreMeridian = GeodesicInverse.Meridian(_centreBeta);
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
    public double HalfWidthDegrees(double latitude)
    {
        if (latitude < SouthLatitude || latitude > NorthLatitude)
            return -1;
        if (latitude <= _wholeBelow || latitude >= _wholeAbove)
            return 180;

        var beta = Wgs84.ReducedLatitude(latitude);
        var halfArc = ArcAt(beta) / 2;
        var sinHalfLatitude = Math.Sin((beta - _centreBeta) / 2);
        var sinHalfArc = Math.Sin(halfArc);
        var ratio = (sinHalfArc * sinHalfArc - sinHalfLatitude * sinHalfLatitude) / (Math.Cos(beta) * Math.Cos(_centreBeta));
        return 2 * Math.Asin(Math.Sqrt(Math.Clamp(ratio, 0, 1))) / Wgs84.RadiansPerDegree;
    }

    private double ArcAt(double beta)
    {
        while (_knot < Knots - 1 && _beta[_knot + 1] < beta)
            _knot++;
        var width = _beta[_knot + 1] - _beta[_knot];
        var share = width > 1e-15 ? Math.Clamp((beta - _beta[_knot]) / width, 0, 1) : 0.5;
        return _arc[_knot] + share * (_arc[_knot + 1] - _arc[_knot]);
    }

    private void TraceByAzimuth(GeoPoint centre)
    {
        for (var i = 0; i <= Knots; i++)
        {
            var (latitude, difference) = GeodesicDirect.Follow(centre.Latitude, 180 - 180.0 * i / Knots, _radius);
            SetKnot(i, Wgs84.ReducedLatitude(latitude), difference);
        }
    }

    private void TraceByDistance(GeoPoint centre)
    {
        // Only parallels near the opposite point are partly outside.
        var reach = 2 * GeodesicInverse.QuarterMetres - _radius;
        var south = LatitudeAt(-_centreMeridian - reach);
        var north = LatitudeAt(-_centreMeridian + reach);
        for (var i = 0; i <= Knots; i++)
        {
            // Denser where the edge turns.
            var latitude = south + (1 - Math.Cos(Math.PI * i / Knots)) / 2 * (north - south);
            double inside = 0, outside = 180;
            for (var step = 0; step < 40; step++)
            {
                var middle = (inside + outside) / 2;
                if (GeodesicInverse.DistanceMetres(centre.Latitude, latitude, middle) <= _radius)
                    inside = middle;
                else
                    outside = middle;
            }
            SetKnot(i, Wgs84.ReducedLatitude(latitude), inside);
        }
    }

    private static double LatitudeAt(double meridianMetres) =>
        Math.Abs(meridianMetres) >= GeodesicInverse.QuarterMetres
            ? Math.Sign(meridianMetres) * 90
            : GeodesicDirect.Follow(0, 0, meridianMetres).Latitude;

    private void SetKnot(int index, double beta, double longitudeDifference)
    {
        var sinHalfLatitude = Math.Sin((beta - _centreBeta) / 2);
        var sinHalfLongitude = Math.Sin(longitudeDifference * Wgs84.RadiansPerDegree / 2);
        var haversine = sinHalfLatitude * sinHalfLatitude + Math.Cos(beta) * Math.Cos(_centreBeta) * sinHalfLongitude * sinHalfLongitude;
        _beta[index] = beta;
        _arc[index] = 2 * Math.Asin(Math.Sqrt(Math.Clamp(haversine, 0, 1)));
    }
}
