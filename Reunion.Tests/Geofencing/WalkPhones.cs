using System.Numerics;
using Reunion.Core.Geography;

namespace Reunion.Tests.Geofencing;

/// <summary>The phones of the random walk as plain arrays. Phone i is the partner's i % 3, so that partners use the same device numbers.</summary>
internal sealed class WalkPhones
{
    public const int Count = 100_000;
    public const int Partners = 3;
    private const double MeanRadiusMetres = 6_371_000;

    private readonly GeoPoint[] _points = new GeoPoint[Count];
    private readonly Vector3[] _directions = new Vector3[Count];
    private readonly bool[] _isKnown = new bool[Count];

    public static int PartnerOf(int phone) => phone % Partners;

    public static ulong DeviceOf(int phone) => (ulong)(phone / Partners) + 1;

    public static int PhoneOf(int partner, ulong device) => (int)(device - 1) * Partners + partner;

    public bool IsKnown(int phone) => _isKnown[phone];

    public GeoPoint PointOf(int phone) => _points[phone];

    public int[] Known() => [.. Enumerable.Range(0, Count).Where(IsKnown)];

    public void Place(int phone, GeoPoint point) =>
        (_points[phone], _directions[phone], _isKnown[phone]) = (point, DirectionOf(point), true);

    public void Forget(int phone) => _isKnown[phone] = false;

    /// <summary>Metres from a point: true ones near the given distances, elsewhere those on a sphere, which are off by less than a hundredth.</summary>
    public double Metres(int phone, GeoPoint centre, Vector3 direction, double inner, double outer)
    {
        var metres = 2 * MeanRadiusMetres * Math.Asin(Math.Min(1, Vector3.Distance(_directions[phone], direction) / 2.0));
        var room = 200 + metres / 100;
        return Math.Abs(metres - inner) < room || Math.Abs(metres - outer) < room ? Geodesic.DistanceMetres(centre, _points[phone]) : metres;
    }

    public static Vector3 DirectionOf(GeoPoint point)
    {
        var (sin, cos) = Math.SinCos(point.Latitude * Math.PI / 180);
        var (sinLongitude, cosLongitude) = Math.SinCos(point.Longitude * Math.PI / 180);
        return new Vector3((float)(cos * cosLongitude), (float)(cos * sinLongitude), (float)sin);
    }
}
