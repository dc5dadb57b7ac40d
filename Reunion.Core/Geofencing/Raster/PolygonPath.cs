using Reunion.Core.Geography;

namespace Reunion.Core.Geofencing;

/// <summary>A polygon's line as straight pieces in a plane of latitude and unwrapped longitude, within a metre of its geodesics.</summary>
internal sealed class PolygonPath
{
    private const double ToleranceMetres = 0.5;
    private const double FirstPieceMetres = 100_000;
    private const int DeepestSplit = 24;
    private const double MetresPerDegree = 111_320;

    private readonly List<OutlinePoint> _points = [];

    private PolygonPath(IReadOnlyList<GeoPoint> vertices)
    {
        _points.Add(LeavingPole(vertices[0], vertices[1]) ?? new OutlinePoint(vertices[0].Latitude, vertices[0].Longitude));
        for (var i = 1; i < vertices.Count; i++)
            FollowEdge(vertices[i - 1], vertices[i]);
        // One that began on a pole left it along another meridian than it comes back.
        if (IsPole(vertices[0]))
            _points.Add(Unwrap(_points[0].Latitude, _points[0].Longitude, _points[^1]));
        Turns = (int)Math.Round((_points[^1].Longitude - _points[0].Longitude) / 360);
        MeanLatitude = vertices.Average(vertex => vertex.Latitude);
    }

    /// <summary>The ends of the pieces; the last one is the first one again, some whole turns on.</summary>
    public IReadOnlyList<OutlinePoint> Points => _points;

    /// <summary>How often the line goes around the earth, eastward.</summary>
    public int Turns { get; }

    public double MeanLatitude { get; }

    public static PolygonPath Of(IReadOnlyList<GeoPoint> vertices) => new(vertices);

    /// <summary>The closed line in the plane; one that goes around the earth is led along the pole that it encloses.</summary>
    public IReadOnlyList<OutlinePoint> Closed()
    {
        if (Turns == 0)
            return _points;
        var pole = MeanLatitude >= 0 ? 90 : -90;
        return [.. _points, new(pole, _points[^1].Longitude), new(pole, _points[0].Longitude), _points[0]];
    }

    private void FollowEdge(GeoPoint from, GeoPoint to)
    {
        if (from == to)
            return;
        if (IsPole(from) || IsPole(to))
        {
            FollowMeridian(from, to);
            return;
        }
        var (metres, azimuth) = GeodesicInverse.Solve(from.Latitude, to.Latitude, to.Longitude - from.Longitude);
        var edge = new Edge(from, azimuth, metres);
        var pieces = (int)(metres / FirstPieceMetres) + 1;
        for (var i = 1; i <= pieces; i++)
        {
            var end = i == pieces ? Unwrap(to.Latitude, to.Longitude, _points[^1]) : edge.At(metres * i / pieces, _points[^1]);
            Split(edge, _points[^1], metres * (i - 1) / pieces, end, metres * i / pieces, 0);
        }
    }

    /// <summary>A pole's own longitude says nothing: the line comes and goes by the other end's meridian, and turns on the pole.</summary>
    private void FollowMeridian(GeoPoint from, GeoPoint to)
    {
        var here = _points[^1];
        if (LeavingPole(from, to) is { } start)
            _points.Add(here = Unwrap(start.Latitude, start.Longitude, here));
        if (!IsPole(from) || !IsPole(to))
            _points.Add(here with { Latitude = to.Latitude });
    }

    private static OutlinePoint? LeavingPole(GeoPoint from, GeoPoint to) =>
        IsPole(from) && !IsPole(to) ? new OutlinePoint(from.Latitude, to.Longitude) : null;

    private static bool IsPole(GeoPoint point) => Math.Abs(point.Latitude) == 90;

    private void Split(Edge edge, OutlinePoint start, double startMetres, OutlinePoint end, double endMetres, int depth)
    {
        var middleMetres = (startMetres + endMetres) / 2;
        var middle = edge.At(middleMetres, start);
        end = Unwrap(end.Latitude, end.Longitude, middle);
        var north = middle.Latitude - (start.Latitude + end.Latitude) / 2;
        var east = (middle.Longitude - (start.Longitude + end.Longitude) / 2) * Math.Cos(middle.Latitude * Wgs84.RadiansPerDegree);
        if (depth >= DeepestSplit || Math.Sqrt(north * north + east * east) * MetresPerDegree <= ToleranceMetres)
        {
            _points.Add(end);
            return;
        }
        Split(edge, start, startMetres, middle, middleMetres, depth + 1);
        Split(edge, _points[^1], middleMetres, end, endMetres, depth + 1);
    }

    private static OutlinePoint Unwrap(double latitude, double longitude, OutlinePoint near) =>
        new(latitude, near.Longitude + Math.IEEERemainder(longitude - near.Longitude, 360));

    private readonly record struct Edge(GeoPoint From, double Azimuth, double Metres)
    {
        public OutlinePoint At(double metres, OutlinePoint near)
        {
            var (latitude, difference) = GeodesicDirect.Follow(From.Latitude, Azimuth, metres);
            return Unwrap(latitude, From.Longitude + difference, near);
        }
    }
}
