namespace Reunion.Core.Geofencing;

/// <summary>Marks hits that are not marked yet for an alert and hands out their devices by distance band.</summary>
internal readonly unsafe struct ClaimVisitor(ulong* ids, ulong[] marks, FenceRaster? inner, FenceRaster[] bands, List<ulong>[] found)
    : IHitVisitor
{
    public void Visit(int slot, ulong word)
    {
        ref var mark = ref marks[slot >> 6];
        var bit = 1UL << slot;
        if ((mark & bit) != 0 || (inner is not null && inner.Contains(word)))
            return;
        mark |= bit;
        var band = 0;
        while (band < bands.Length - 1 && !bands[band].Contains(word))
            band++;
        found[band].Add(ids[slot]);
    }
}
