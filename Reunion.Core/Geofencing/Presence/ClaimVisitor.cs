using System.Numerics;

namespace Reunion.Core.Geofencing;

/// <summary>Marks hits that are not marked yet for an alert and hands out their devices by distance band.</summary>
internal readonly unsafe struct ClaimVisitor(SlotBlock slots, ulong[] marks, FenceRaster? inner, FenceRaster[] bands, IdBuffer[] found)
    : IHitVisitor
{
    private readonly ulong* _ids = slots.Ids;
    private readonly ulong* _words = slots.Words;

    public void Visit(int slot, ulong hits)
    {
        // Eight slots that begin at a multiple of eight share a word of the bitmap.
        ref var mark = ref marks[slot >> 6];
        hits &= ~(mark >> slot);
        for (; hits != 0; hits &= hits - 1)
        {
            var hit = slot + BitOperations.TrailingZeroCount(hits);
            var word = _words[hit];
            if (inner is not null && inner.Contains(word))
                continue;
            mark |= 1UL << hit;
            var band = 0;
            while (band < bands.Length - 1 && !bands[band].Contains(word))
                band++;
            found[band].Add(_ids[hit]);
        }
    }
}
