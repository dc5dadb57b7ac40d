using Reunion.Core.Common;
using Reunion.Core.Geofencing;
using Reunion.Core.Geography;

namespace Reunion.Tests.Geofencing;

/// <summary>An alert of the random walk, with its own record, by plain distances, of who must and who may have been sent it.</summary>
internal sealed class WalkAlert(AlertId id)
{
    private const double EdgeMetres = 30;
    private readonly HashSet<ulong> _must = [];
    private readonly HashSet<ulong> _may = [];

    public AlertId Id { get; } = id;

    public bool IsLive { get; set; } = true;

    public bool IsPaused { get; set; }

    public List<WatchedRing> Rings { get; } = [];

    public HashSet<ulong> Sent { get; } = [];

    /// <summary>The next ring of a circle, or the first of a new one.</summary>
    public WatchedRing Grow(Random random, GeoPoint centre, TimeProvider clock)
    {
        var last = Rings.Count > 0 && random.Next(4) > 0 ? Rings[random.Next(Rings.Count)] : null;
        last = Rings.FindLast(ring => last is not null && ring.Circle == last.Circle);
        var ring = last is null
            ? new WatchedRing(TypedId.New<CircleId>(clock), 1, centre, 0, 3_000 + random.NextDouble() * 6_000)
            : new WatchedRing(last.Circle, last.Ring + 1, last.Centre, last.OuterRadiusMetres, last.OuterRadiusMetres + 5_000);
        Rings.Add(ring);
        return ring;
    }

    public void NoteWatched(IEnumerable<PositionReport> reports)
    {
        if (!IsLive || IsPaused)
            return;
        foreach (var report in reports)
        {
            foreach (var circle in Rings.GroupBy(ring => (ring.Circle, ring.Centre)))
                Note(report.Device, Geodesic.DistanceMetres(circle.Key.Centre, report.Point), 0, circle.Max(ring => ring.OuterRadiusMetres));
        }
    }

    public void NoteSwept(WatchedRing ring, GeoPoint[] points)
    {
        for (var device = 1; device < points.Length; device++)
        {
            if (points[device] != default)
                Note((ulong)device, Geodesic.DistanceMetres(ring.Centre, points[device]), ring.InnerRadiusMetres, ring.OuterRadiusMetres);
        }
    }

    public void Check()
    {
        Assert.Empty(_must.Except(Sent));
        Assert.Empty(Sent.Except(_may));
    }

    private void Note(ulong device, double metres, double inner, double outer)
    {
        if (metres <= outer - EdgeMetres && (inner == 0 || metres >= inner + EdgeMetres))
            _must.Add(device);
        if (metres <= outer + EdgeMetres && (inner == 0 || metres >= inner - EdgeMetres))
            _may.Add(device);
    }
}
