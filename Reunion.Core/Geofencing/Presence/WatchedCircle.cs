using Reunion.Core.Common;
using Reunion.Core.Geography;

namespace Reunion.Core.Geofencing;

/// <summary>The rings of one circle of a live alert: one raster for all of them, and distance to tell them apart.</summary>
internal sealed class WatchedCircle
{
    /// <summary>A phone in the raster may lie so far from the true edge of its ring.</summary>
    private const double EdgeMetres = 30;

    private readonly WatchedRing[] _rings;
    private readonly GeoPoint _centre;

    public WatchedCircle(AlertPlane plane, IReadOnlyList<WatchedRing> rings, Func<Disc, FenceRaster> rasterOf)
    {
        Plane = plane;
        _rings = [.. rings];
        _centre = rings[0].Centre;
        Circle = rings[0].Circle;
        foreach (var ring in rings)
            _ = new Annulus(ring.Centre, ring.InnerRadiusMetres, ring.OuterRadiusMetres);
        Outline = new Disc(_centre, rings.Max(ring => ring.OuterRadiusMetres));
        Raster = rasterOf(Outline);
    }

    public AlertPlane Plane { get; }

    public CircleId Circle { get; }

    public Disc Outline { get; }

    public FenceRaster Raster { get; }

    /// <summary>The ring that holds a position inside the raster; null in a gap between rings.</summary>
    public int? RingOf(ulong word)
    {
        var metres = Geodesic.DistanceMetres(_centre, PackedPosition.PointOf(word));
        WatchedRing? nearest = null;
        var least = EdgeMetres;
        foreach (var ring in _rings)
        {
            var off = Math.Max(0, Math.Max(ring.InnerRadiusMetres - metres, metres - ring.OuterRadiusMetres));
            if (off < least)
                (nearest, least) = (ring, off);
        }
        return nearest?.Ring;
    }
}
