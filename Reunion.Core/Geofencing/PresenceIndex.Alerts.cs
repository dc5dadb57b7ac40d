using Reunion.Core.Common;
using Reunion.Core.Geography;

namespace Reunion.Core.Geofencing;

public sealed partial class PresenceIndex
{
    /// <summary>Sets what is watched for an alert, in place of what was: phones that report from inside are arrivals.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="rings">
    /// The rings that were sent, of all its circles, the preferred circle first; none to pause arrivals and keep what was sent.
    /// </param>
    /// <param name="partners">The partners whose phones are sent the alert.</param>
    /// <remarks>
    /// Watch a ring before claiming it: then no phone can slip between. A phone already there is found by
    /// <see cref="Claim"/>, not by watching.
    /// </remarks>
    /// <exception cref="GeofenceException">A ring has no valid radii; what was watched stays.</exception>
    public void Watch(AlertId alert, IReadOnlyList<WatchedRing> rings, IReadOnlyCollection<PartnerId> partners)
    {
        ArgumentNullException.ThrowIfNull(rings);
        ArgumentNullException.ThrowIfNull(partners);
        _board.Watch(_planes.For(alert), rings, partners);
    }

    /// <summary>Ends an alert: no more arrivals, and what was sent to whom is forgotten. Nothing may be claimed for it afterwards.</summary>
    /// <param name="alert">The alert; one that is not known is ignored.</param>
    public void Unwatch(AlertId alert)
    {
        _board.Unwatch(alert);
        if (_planes.Drop(alert) is not { } plane)
            return;
        foreach (var table in _tables.Values)
            table.Remove(plane);
        _planes.Return(plane);
    }

    /// <summary>Notes that phones were sent an alert, also such whose position is not known; after a restart, from the committed batches.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="partner">Whose phones they are.</param>
    /// <param name="devices">The partner's numbers for them.</param>
    public void MarkSent(AlertId alert, PartnerId partner, ReadOnlySpan<ulong> devices) =>
        TableOf(partner).Mark(_planes.For(alert), devices);

    /// <summary>Takes back a claim whose batch could not be committed: the phones are found again by the next sweep or report.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="partner">Whose phones they are.</param>
    /// <param name="devices">The partner's numbers for them; those not claimed are ignored.</param>
    public void Release(AlertId alert, PartnerId partner, ReadOnlySpan<ulong> devices)
    {
        if (_planes.Find(alert) is { } plane && _tables.TryGetValue(partner, out var table))
            table.Unmark(plane, devices);
    }

    /// <summary>Finds the phones of an annulus that have not been sent the alert, and marks them as sent.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="partner">Whose phones to find.</param>
    /// <param name="centre">The centre.</param>
    /// <param name="innerRadiusMetres">The inner radius, 0 or more; 0 for a whole disc.</param>
    /// <param name="outerRadiusMetres">The outer radius, above the inner one and at most 20,000,000.</param>
    /// <param name="bands">Into how many bands of equal width to divide it, 1 to 100.</param>
    /// <returns>The bands that hold phones, nearest first. A phone is in at most one result for an alert, ever, unless released.</returns>
    /// <remarks>One pass over the partner's phones, shared by the cores; writes go on meanwhile.</remarks>
    /// <exception cref="GeofenceException">A radius or the number of bands is out of range.</exception>
    public IReadOnlyList<RingHits> Claim(
        AlertId alert, PartnerId partner, GeoPoint centre, double innerRadiusMetres, double outerRadiusMetres, int bands)
    {
        var plan = new ClaimPlan(new Annulus(centre, innerRadiusMetres, outerRadiusMetres), bands);
        var plane = _planes.For(alert);
        var fresh = Fresh();
        return _tables.TryGetValue(partner, out var table) ? plan.Run(_sweeper, table, plane, fresh) : [];
    }
}
