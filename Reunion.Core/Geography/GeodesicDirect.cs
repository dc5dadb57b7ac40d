namespace Reunion.Core.Geography;

/// <summary>Where a geodesic leads: Karney (2013), section 3.</summary>
internal static class GeodesicDirect
{
    /// <summary>Latitude and difference of longitude, both in degrees, the latter within ±180.</summary>
    public static (double Latitude, double LongitudeDifference) Follow(double latitude, double azimuthDegrees, double distanceMetres)
    {
        // Reduced first, so that the quarter turns come out exact.
        var azimuth = Math.IEEERemainder(azimuthDegrees, 360);
        var (sinAlpha, cosAlpha) = Math.SinCos(azimuth * Wgs84.RadiansPerDegree);
        if (azimuth is 180 or -180)
            sinAlpha = 0;
        else if (azimuth is 90 or -90)
            cosAlpha = 0;
        var (sinBeta, cosBeta) = Math.SinCos(Wgs84.ReducedLatitude(latitude));

        var sinAlpha0 = sinAlpha * cosBeta;
        var cosAlpha0 = Math.Sqrt(cosAlpha * cosAlpha + sinAlpha * sinAlpha * sinBeta * sinBeta);
        var sigma1 = sinBeta == 0 && cosAlpha == 0 ? 0 : Math.Atan2(sinBeta, cosAlpha * cosBeta);
        var curve = new GeodesicCurve(sinAlpha0, cosAlpha0);
        var sigma2 = curve.ArcAt(curve.LengthAt(sigma1) + distanceMetres);

        // Not from σ₁, which is too coarse to tell directions at a pole.
        var omega1 = Math.Atan2(sinAlpha0 * sinBeta, cosAlpha * cosBeta);
        var (sin2, cos2) = Math.SinCos(sigma2);
        var omega = Math.Atan2(sinAlpha0 * sin2, cos2) - omega1;
        var lambda = omega - (curve.LagAt(sigma2) - curve.LagAt(sigma1));
        var sinBeta2 = cosAlpha0 * sin2;
        var cosBeta2 = Math.Sqrt(cosAlpha0 * cosAlpha0 * cos2 * cos2 + sinAlpha0 * sinAlpha0);
        return (Wgs84.LatitudeDegrees(sinBeta2, cosBeta2), Math.IEEERemainder(lambda / Wgs84.RadiansPerDegree, 360));
    }
}
