using Reunion.Core.Alerts;
using Reunion.Core.Common;
using Reunion.Core.Geography;

namespace Reunion.Core.Dispatch.Receipts;

/// <summary>Says in which ring of an alert something was seen.</summary>
/// <param name="circles">The alert's circles.</param>
/// <param name="rings">Its rings.</param>
internal sealed class TipPlaces(IReadOnlyList<Circle> circles, IReadOnlyList<Ring> rings)
{
    private readonly ILookup<CircleId, Ring> _rings = rings.ToLookup(r => r.CircleId);

    /// <summary>The ring that a point lies in; of several circles the one whose centre is nearest. Null outside of all.</summary>
    public (CircleId Circle, int Ring)? RingOf(GeoPoint point)
    {
        (CircleId, int)? found = null;
        var nearest = double.MaxValue;
        foreach (var circle in circles)
        {
            var metres = Geodesic.DistanceMetres(circle.Centre, point);
            var ring = _rings[circle.Id].FirstOrDefault(r => metres >= r.InnerRadiusMetres && metres < r.OuterRadiusMetres);
            if (ring is null || metres >= nearest)
                continue;
            (found, nearest) = ((circle.Id, ring.Number), metres);
        }

        return found;
    }
}
