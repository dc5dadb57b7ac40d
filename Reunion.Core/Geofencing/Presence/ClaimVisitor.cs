namespace Reunion.Core.Geofencing;

/// <summary>Marks hits that are not marked yet for an alert and hands out their devices by distance band.</summary>
internal readonly unsafe struct ClaimVisitor(SlotBlock slots, AlertPlane plane, FenceRaster? inner, FenceRaster[] bands, List<ulong>[] found)
    : IHitVisitor
{
    public void Visit(int slot, ulong word)
    {
        if (inner is not null && inner.Contains(word))
            return;
        if (!slots.Marks.TrySet(plane, slot))
            return;
        var band = 0;
        while (band < bands.Length - 1 && !bands[band].Contains(word))
            band++;
        found[band].Add(slots.Ids[slot]);
    }
}
