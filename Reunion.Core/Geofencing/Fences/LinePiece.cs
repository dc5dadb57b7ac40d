using Reunion.Core.Geography;

namespace Reunion.Core.Geofencing;

/// <summary>A short piece of a polygon's line as a chord in space, where no pole and no antimeridian is special.</summary>
/// <remarks>
/// Points lie on the sphere of reduced latitudes, in metres. A plane through its middle cuts the ellipsoid along a great ellipse,
/// which up to <see cref="MaxMetres"/> strays from the geodesic by less than a centimetre.
/// </remarks>
internal readonly record struct LinePiece(Vector3d From, Vector3d To)
{
    public const double MaxMetres = 10_000;

    /// <summary>What is nearer than this touches; about as near as pieces follow the line.</summary>
    private const double TouchMetres = 0.01;

    private readonly Vector3d _left = Vector3d.Cross(From, To - From) is var left ? left * (1 / left.Length) : default;

    public static Vector3d InSpace(GeoPoint point)
    {
        var (sinBeta, cosBeta) = Math.SinCos(Wgs84.ReducedLatitude(point.Latitude));
        var (sin, cos) = Math.SinCos(point.Longitude * Wgs84.RadiansPerDegree);
        return new Vector3d(cosBeta * cos, cosBeta * sin, sinBeta) * Wgs84.EquatorialRadiusMetres;
    }

    /// <summary>Whether it crosses or touches a piece that it shares no end with.</summary>
    public bool Meets(in LinePiece other)
    {
        var (from, to) = (Aside(other.From), Aside(other.To));
        // Asked first, as most of those that come near lie wholly to one side.
        if ((from > TouchMetres && to > TouchMetres) || (from < -TouchMetres && to < -TouchMetres))
            return false;
        return Holds(other.From) || Holds(other.To) || other.Holds(From) || other.Holds(To)
            || (AreApart(from, to) && AreApart(other.Aside(From), other.Aside(To)));
    }

    /// <summary>Whether the next piece leads back over this one.</summary>
    public bool FoldsBackIn(LinePiece next) => Holds(next.To) || next.Holds(From);

    private static bool AreApart(double a, double b) => a > 0 != b > 0;

    /// <summary>Metres to the left of the piece, negative to its right.</summary>
    private double Aside(Vector3d point) => Vector3d.Dot(_left, point - From);

    private bool Holds(Vector3d point)
    {
        var ahead = To - From;
        var length = ahead.Length;
        var along = Vector3d.Dot(ahead, point - From) / length;
        return along > -TouchMetres && along < length + TouchMetres && Math.Abs(Aside(point)) < TouchMetres;
    }
}
