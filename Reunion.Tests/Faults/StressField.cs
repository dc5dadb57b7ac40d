using Reunion.Core.Geofencing;
using Reunion.Core.Geography;

namespace Reunion.Tests.Faults;

/// <summary>Where the stress test's devices may be: each at one of two points of a cell of its own, so that a place tells whose it is.</summary>
internal static class StressField
{
    public const double SouthLatitude = 76;
    public const double RowDegrees = 0.01;
    public const int Columns = 2_000;
    private const double WestLongitude = -150;
    private const double ColumnDegrees = 0.15;

    /// <summary>The first point is in the southern half of the cell, the second in the northern, so that distances from the pole tell them apart.</summary>
    public static GeoPoint PointOf(int device, int place) => new(
        SouthLatitude + device / Columns * RowDegrees + (place == 1 ? 0.002 : 0.008),
        WestLongitude + device % Columns * ColumnDegrees + (place == 1 ? 0.03 : 0.12));

    /// <summary>The half row that a point of a device lies in.</summary>
    public static int HalfRowOf(int device, int place) => device / Columns * 2 + place - 1;

    /// <summary>The distance from the pole at which a half row begins, in the south.</summary>
    public static double PoleMetres(int halfRow) =>
        Geodesic.DistanceMetres(new GeoPoint(90, 0), new GeoPoint(SouthLatitude + halfRow * (RowDegrees / 2), 0));

    /// <summary>Whether a place of a device is in a disc that is wider by so much.</summary>
    public static bool IsIn(int device, int place, Disc disc, double roomMetres)
    {
        var point = PointOf(device, place);
        // Most are too far north or south, which costs less to see than a geodesic.
        return Math.Abs(point.Latitude - disc.Centre.Latitude) * 110_000 <= disc.RadiusMetres + 1_000
            && Geodesic.DistanceMetres(disc.Centre, point) <= disc.RadiusMetres + roomMetres;
    }
}
