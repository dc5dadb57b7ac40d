namespace Reunion.Core.Geography;

/// <summary>The length of the shortest path between two points of the ellipsoid.</summary>
/// <remarks>
/// Karney (2013), section 4: with the points ordered so that the first lies farther from the equator and in the south, the
/// longitude reached at the second point's latitude rises through the wanted one exactly once as the first azimuth goes from
/// 0 to 180 degrees. That root is bracketed and found by inverse quadratic steps with bisection as the safeguard
/// (Chandrupatla 1997), which needs no special start for nearly antipodal points.
/// </remarks>
internal static class GeodesicInverse
{
    private const double ShortArc = 1e-3;
    private const double EquatorBand = 1e-11;

    private static readonly GeodesicCurve MeridianCurve = new(0, 1);

    /// <summary>Metres along a meridian from the equator to a pole.</summary>
    public static readonly double QuarterMetres = MeridianCurve.LengthAt(Math.PI / 2);

    public static double DistanceMetres(double latitude1, double latitude2, double longitudeDifference) =>
        Solve(latitude1, latitude2, longitudeDifference).Metres;

    /// <summary>Metres along a meridian from the equator to a reduced latitude, negative in the south.</summary>
    public static double Meridian(double beta) => MeridianCurve.LengthAt(beta);

    /// <summary>Length, and the direction in degrees at the first point.</summary>
    public static (double Metres, double AzimuthDegrees) Solve(double latitude1, double latitude2, double longitudeDifference)
    {
        var difference = Math.IEEERemainder(longitudeDifference, 360);
        var beta1 = Wgs84.ReducedLatitude(latitude1);
        var beta2 = Wgs84.ReducedLatitude(latitude2);
        var swapped = Math.Abs(beta1) < Math.Abs(beta2);
        if (swapped)
            (beta1, beta2) = (beta2, beta1);
        var flipped = beta1 > 0;
        if (flipped)
            (beta1, beta2) = (-beta1, -beta2);

        var (metres, alpha1, alpha2) = SolveOrdered(beta1, beta2, Math.Abs(difference) * Wgs84.RadiansPerDegree);
        // The way back, mirrored to lead east, leaves the second point at 180° less the azimuth of arrival.
        var alpha = swapped ? Math.PI - alpha2 : alpha1;
        if (flipped)
            alpha = Math.PI - alpha;
        return (metres, (difference < 0 ? -alpha : alpha) / Wgs84.RadiansPerDegree);
    }

    private static (double Metres, double Alpha1, double Alpha2) SolveOrdered(double beta1, double beta2, double lambda)
    {
        if (TryShort(beta1, beta2, lambda, out var path))
            return path;
        if (Math.Cos(beta1) < 1e-12 || lambda < 1e-13)
            return (Meridian(beta2) - Meridian(beta1), lambda, 0);
        if (lambda > Math.PI - 1e-13)
            return (2 * QuarterMetres + Meridian(beta1) + Meridian(beta2), Math.PI, 0);
        if (beta1 > -EquatorBand)
        {
            if (lambda <= Math.PI * (1 - Wgs84.Flattening))
                return (Wgs84.EquatorialRadiusMetres * lambda, Math.PI / 2, Math.PI / 2);
            (beta1, beta2) = (-EquatorBand, -EquatorBand);
        }
        return new Crossing(beta1, beta2, lambda).Path();
    }

    /// <summary>Up to some 6 km a sphere with the local radius is right to a hundredth of a millimetre, and does not cancel.</summary>
    private static bool TryShort(double beta1, double beta2, double lambda, out (double Metres, double Alpha1, double Alpha2) path)
    {
        var (sin1, cos1) = Math.SinCos(beta1);
        var (sin2, cos2) = Math.SinCos(beta2);
        double sinSum = (sin1 + sin2) * (sin1 + sin2), cosSum = (cos1 + cos2) * (cos1 + cos2);
        var scale = Math.Sqrt(1 + Wgs84.SecondEccentricitySquared * sinSum / (sinSum + cosSum));
        var omega = Math.Min(Math.PI, lambda / ((1 - Wgs84.Flattening) * scale));
        var sinHalfLatitude = Math.Sin((beta2 - beta1) / 2);
        var sinHalfLongitude = Math.Sin(omega / 2);
        var haversine = sinHalfLatitude * sinHalfLatitude + cos1 * cos2 * sinHalfLongitude * sinHalfLongitude;
        path = default;
        if (haversine > ShortArc * ShortArc / 4)
            return false;

        var sinOmega = Math.Sin(omega);
        var bend = 2 * sinHalfLongitude * sinHalfLongitude;
        path = (2 * Math.Asin(Math.Sqrt(haversine)) * scale * Wgs84.PolarRadiusMetres,
            Math.Atan2(cos2 * sinOmega, Math.Sin(beta2 - beta1) + sin1 * cos2 * bend),
            Math.Atan2(cos1 * sinOmega, Math.Sin(beta2 - beta1) - cos1 * sin2 * bend));
        return true;
    }

    /// <summary>The search for the azimuth; x is the first azimuth less 90 degrees, to keep its precision along the equator.</summary>
    private readonly struct Crossing(double beta1, double beta2, double lambda)
    {
        private readonly double _sin1 = Math.Sin(beta1), _cos1 = Math.Cos(beta1), _sin2 = Math.Sin(beta2);
        private readonly double _cosSquaresApart = Math.Sin(beta1 - beta2) * Math.Sin(beta1 + beta2);

        private double Solve()
        {
            var cos2 = Math.Cos(beta2);
            var guess = Math.Atan2(cos2 * Math.Sin(lambda), _cos1 * _sin2 - _sin1 * cos2 * Math.Cos(lambda)) - Math.PI / 2;
            double low, high, atLow, atHigh;
            for (var step = 0.004; ; step *= 8)
            {
                low = Math.Max(-Math.PI / 2, guess - step);
                high = Math.Min(Math.PI / 2, guess + step);
                atLow = low == -Math.PI / 2 ? -lambda : Excess(low);
                atHigh = high == Math.PI / 2 ? Math.PI - lambda : Excess(high);
                if (atLow <= 0 && atHigh >= 0)
                    return Root(low, atLow, high, atHigh);
            }
        }

        public (double Metres, double Alpha1, double Alpha2) Path()
        {
            var x = Solve();
            Arcs(x, out var curve, out var sigma1, out var sigma2, out _);
            var alpha2 = Math.Atan2(Math.Cos(x) * _cos1, Along2(Math.Sin(x) * _cos1));
            return (curve.LengthAt(sigma2) - curve.LengthAt(sigma1), x + Math.PI / 2, alpha2);
        }

        private double Along2(double along1) => Math.Sqrt(Math.Max(0, along1 * along1 + _cosSquaresApart));

        private double Root(double a, double atA, double b, double atB)
        {
            double c = a, atC = atA, t = 0.5;
            for (var i = 0; i < 200; i++)
            {
                var x = a + t * (b - a);
                var atX = Excess(x);
                if (Math.Sign(atX) == Math.Sign(atA))
                    (c, atC) = (a, atA);
                else
                    (c, atC, b, atB) = (b, atB, a, atA);
                (a, atA) = (x, atX);
                if (Math.Abs(atA) < 2e-15 || Math.Abs(b - a) <= 4e-16 * Math.Abs(a) + 1e-24)
                    break;

                double xi = (a - b) / (c - b), phi = (atA - atB) / (atC - atB);
                t = phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi
                    ? atA / (atB - atA) * atC / (atB - atC) + (c - a) / (b - a) * atA / (atC - atA) * atB / (atC - atB)
                    : 0.5;
                var smallest = Math.Min(0.5, (2e-16 * Math.Abs(a) + 1e-25) / Math.Abs(b - a));
                t = Math.Clamp(t, smallest, 1 - smallest);
            }
            return Math.Abs(atA) < Math.Abs(atB) ? a : b;
        }

        private double Excess(double x)
        {
            Arcs(x, out var curve, out var sigma1, out var sigma2, out var omega);
            return omega - (curve.LagAt(sigma2) - curve.LagAt(sigma1)) - lambda;
        }

        private void Arcs(double x, out GeodesicCurve curve, out double sigma1, out double sigma2, out double omega)
        {
            var (sinX, cosX) = Math.SinCos(x);
            var sinAlpha0 = cosX * _cos1;
            var along1 = -sinX * _cos1;
            var along2 = Along2(along1);
            curve = new GeodesicCurve(sinAlpha0, Math.Sqrt(sinX * sinX + cosX * cosX * _sin1 * _sin1));
            sigma1 = Math.Atan2(_sin1, along1);
            sigma2 = Math.Atan2(_sin2, along2);
            omega = Math.Atan2(sinAlpha0 * _sin2, along2) - Math.Atan2(sinAlpha0 * _sin1, along1);
        }
    }
}
