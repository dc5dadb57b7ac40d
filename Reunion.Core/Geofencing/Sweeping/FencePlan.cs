namespace Reunion.Core.Geofencing;

/// <summary>Some shapes, ready to be counted in one pass in the fastest way for them. Immutable and thread-safe.</summary>
internal sealed class FencePlan
{
    private readonly Func<int, FenceCounter> _newCounter;

    private FencePlan(int fences, Func<int, FenceCounter> newCounter) => (Fences, _newCounter) = (fences, newCounter);

    public int Fences { get; }

    /// <param name="fences">1 to 64 shapes.</param>
    public static FencePlan Of(IReadOnlyList<Geofence> fences)
    {
        var rasters = Rasterizer.Of(fences);
        if (AroundOnePoint(fences, rasters) is (var sieve, var places))
            return new FencePlan(fences.Count, tables => new SieveFenceCounter(sieve, places, tables));
        var map = TileMapBuilder.Of(rasters);
        return new FencePlan(fences.Count, tables => new TileFenceCounter(map, tables));
    }

    public FenceCounter NewCounter(int tables) => _newCounter(tables);

    private static (DiscSieve Sieve, int[] Places)? AroundOnePoint(IReadOnlyList<Geofence> fences, FenceRaster[] rasters)
    {
        var discs = fences.OfType<Disc>().ToArray();
        if (discs.Length != fences.Count || discs.Any(disc => disc.Centre != discs[0].Centre))
            return null;
        int[] places = [.. Enumerable.Range(0, discs.Length).OrderBy(i => discs[i].RadiusMetres)];
        var sieve = DiscSieve.TryOf(discs[0].Centre, [.. places.Select(i => rasters[i])], discs[places[^1]].RadiusMetres);
        return sieve is null ? null : (sieve, places);
    }
}
