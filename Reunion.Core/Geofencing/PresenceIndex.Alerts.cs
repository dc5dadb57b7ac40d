using Reunion.Core.Common;

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
        using var use = _guard.Enter();
        _board.Watch(_planes.For(alert), rings, partners);
    }

    /// <summary>Ends an alert: no more arrivals, and what was sent to whom is forgotten. Nothing may be claimed for it afterwards.</summary>
    /// <param name="alert">The alert; one that is not known is ignored.</param>
    public void Unwatch(AlertId alert)
    {
        using var use = _guard.Enter();
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
    public void MarkSent(AlertId alert, PartnerId partner, ReadOnlySpan<ulong> devices)
    {
        using var use = _guard.Enter();
        TableOf(partner).Mark(_planes.For(alert), devices);
    }

    /// <summary>Takes back a claim whose batch could not be committed: the phones are found again by the next sweep or report.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="partner">Whose phones they are.</param>
    /// <param name="devices">The partner's numbers for them; those not claimed are ignored.</param>
    public void Release(AlertId alert, PartnerId partner, ReadOnlySpan<ulong> devices)
    {
        using var use = _guard.Enter();
        if (_planes.Find(alert) is { } plane && _tables.TryGetValue(partner, out var table))
            table.Unmark(plane, devices);
    }

    /// <summary>Finds the phones of some distance bands that have not been sent the alert, and marks them as sent.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="partner">Whose phones to find.</param>
    /// <param name="bands">Where; can be used for other partners too.</param>
    /// <returns>The phones, nearest band first. A phone is in at most one result for an alert, ever, unless released.</returns>
    /// <remarks>One pass over the partner's phones, shared by the cores; writes go on meanwhile.</remarks>
    public ClaimedPhones Claim(AlertId alert, PartnerId partner, DistanceBands bands)
    {
        ArgumentNullException.ThrowIfNull(bands);
        using var use = _guard.Enter();
        var fresh = Fresh();
        var plane = _planes.For(alert);
        PartnerTable[] tables = _tables.TryGetValue(partner, out var table) ? [table] : [];
        var workers = _sweeper.Run(tables, () => BandFinder.Of(bands, _pages), (finder, _, segment) =>
        {
            if (segment.Capacity > 0 && segment.Marks.BitsOf(plane) is { } marks)
                finder.Claim(segment, fresh, marks);
        });
        var found = workers[0].Finish();
        foreach (var worker in workers.Skip(1))
        {
            var more = worker.Finish();
            for (var band = 0; band < found.Length; band++)
                found[band].TakeOver(more[band]);
        }
        return new ClaimedPhones(bands, found);
    }
}
