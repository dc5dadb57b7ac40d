namespace Reunion.Core.Geofencing;

/// <summary>An annulus cut into distance bands, ready to be swept for phones that an alert has not been sent to.</summary>
internal sealed class ClaimPlan
{
    private const int MaxBands = 100;
    private readonly double[] _edges;
    private readonly FenceRaster? _inner;
    private readonly FenceRaster[] _bands;

    public ClaimPlan(Annulus annulus, int bands)
    {
        if (bands is < 1 or > MaxBands)
            throw new GeofenceException(GeofenceCodes.BandsOutOfRange, $"There are 1 to {MaxBands} bands.");
        var width = (annulus.OuterRadiusMetres - annulus.InnerRadiusMetres) / bands;
        _edges = [.. Enumerable.Range(0, bands).Select(i => annulus.InnerRadiusMetres + i * width), annulus.OuterRadiusMetres];
        _inner = annulus.InnerRadiusMetres > 0 ? DiscRaster.Of(annulus.Centre, annulus.InnerRadiusMetres) : null;
        _bands = [.. _edges.Skip(1).Select(radius => DiscRaster.Of(annulus.Centre, radius))];
    }

    public unsafe IReadOnlyList<RingHits> Run(Sweeper sweeper, PartnerTable table, AlertPlane plane, Freshness fresh)
    {
        var parts = sweeper.Run([table], NewBuffers, (found, _, segment) =>
        {
            var slots = segment.Slots;
            if (slots.Marks.BitsOf(plane) is not { } marks)
                return;
            var visitor = new ClaimVisitor(slots, marks, _inner, _bands, found);
            FenceScan.Run(slots.Words, slots.Capacity, _bands[^1], fresh, ref visitor);
        });

        var hits = new List<RingHits>();
        for (var band = 0; band < _bands.Length; band++)
        {
            var devices = GC.AllocateUninitializedArray<ulong>(parts.Sum(part => part[band].Count));
            var rest = devices.AsSpan();
            foreach (var part in parts)
            {
                part[band].CopyTo(rest);
                rest = rest[part[band].Count..];
                part[band].Dispose();
            }
            if (devices.Length > 0)
                hits.Add(new RingHits(_edges[band], _edges[band + 1], devices));
        }
        return hits;
    }

    private IdBuffer[] NewBuffers() => [.. _bands.Select(_ => new IdBuffer())];
}
