using Reunion.Core.Common;

namespace Reunion.Core.Geofencing;

/// <summary>Which circles are watched for which partner. Writers take turns; readers take no lock.</summary>
internal sealed class WatchBoard
{
    private readonly Lock _gate = new();
    private readonly Dictionary<AlertId, (WatchedCircle[] Circles, PartnerId[] Partners)> _alerts = [];
    private volatile Dictionary<PartnerId, Watch[]> _byPartner = [];

    /// <summary>What to test a partner's positions against.</summary>
    public Watch[] For(PartnerId partner) => _byPartner.GetValueOrDefault(partner, []);

    public void Watch(AlertPlane plane, IReadOnlyList<WatchedRing> rings, IReadOnlyCollection<PartnerId> partners)
    {
        lock (_gate)
        {
            var known = _alerts.GetValueOrDefault(plane.Alert, ([], [])).Circles
                .GroupBy(circle => circle.Outline)
                .ToDictionary(group => group.Key, group => group.First().Raster);
            WatchedCircle[] circles =
            [
                .. rings.GroupBy(ring => (ring.Circle, ring.Centre))
                    .Select(group => new WatchedCircle(plane, [.. group], disc => known.GetValueOrDefault(disc) ?? Rasterizer.Of(disc)))
            ];
            _alerts[plane.Alert] = (circles, [.. partners.Distinct()]);
            Publish();
        }
    }

    public void Unwatch(AlertId alert)
    {
        lock (_gate)
        {
            if (_alerts.Remove(alert))
                Publish();
        }
    }

    private void Publish()
    {
        var circles = _alerts.Values
            .SelectMany(alert => alert.Partners, (alert, partner) => (alert.Circles, partner))
            .GroupBy(watched => watched.partner, watched => watched.Circles)
            .ToDictionary(group => group.Key, group => group.SelectMany(circles => circles).ToArray());
        // Partners that carry the same alerts, nearly all of them, share one map.
        var watches = new List<(WatchedCircle[] Circles, Watch[] Watches)>();
        _byPartner = circles.ToDictionary(partner => partner.Key, partner =>
        {
            if (watches.Find(known => known.Circles.SequenceEqual(partner.Value)).Watches is { } shared)
                return shared;
            Watch[] own = [.. partner.Value.Chunk(TileMap.MaxFences).Select(some => new Watch(some))];
            watches.Add((partner.Value, own));
            return own;
        });
    }
}
