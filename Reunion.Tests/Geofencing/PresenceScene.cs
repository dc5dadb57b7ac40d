using Microsoft.Extensions.Time.Testing;
using Reunion.Core.Common;
using Reunion.Core.Geofencing;
using Reunion.Core.Geography;

namespace Reunion.Tests.Geofencing;

/// <summary>An index with a clock and a partner, and short ways to use it.</summary>
internal sealed class PresenceScene : IDisposable
{
    public PresenceScene()
    {
        Index = new PresenceIndex(new PresenceOptions(), Clock);
        Partner = TypedId.New<PartnerId>(Clock);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));

    public PresenceIndex Index { get; }

    public PartnerId Partner { get; }

    public AlertId NewAlert() => TypedId.New<AlertId>(Clock);

    public WatchedRing Ring(GeoPoint centre, double inner, double outer, int ring = 1, CircleId circle = default) =>
        new(circle, ring, centre, inner, outer);

    public void Watch(AlertId alert, params WatchedRing[] rings) => Index.Watch(alert, rings, [Partner]);

    public ReportOutcome Report(ulong device, GeoPoint point) => Index.Report(Partner, [new(device, point, Clock.GetUtcNow())]);

    public ulong[] Claim(AlertId alert, GeoPoint centre, double inner, double outer, int bands = 1) =>
        [.. Claim(alert, DistanceBands.Even(new Annulus(centre, inner, outer), bands)).SelectMany(band => band.Devices).Order()];

    /// <summary>What a claim finds, as copies: where each band ends, and its devices.</summary>
    public List<(double OuterRadiusMetres, ulong[] Devices)> Claim(AlertId alert, DistanceBands bands)
    {
        using var claimed = Index.Claim(alert, Partner, bands);
        return [.. claimed.Bands.Select(band => (band.OuterRadiusMetres, band.ToArray()))];
    }

    public List<Arrival> Arrived()
    {
        var arrivals = new List<Arrival>();
        while (Index.Arrivals.TryRead(out var arrival))
            arrivals.Add(arrival);
        return arrivals;
    }

    public void Dispose() => Index.Dispose();
}
