using System.Numerics;

namespace Reunion.Core.Geofencing;

/// <summary>Counts hits, but for those whose bit is set in a bitmap of slots.</summary>
internal struct CountVisitor(ulong[]? except) : IHitVisitor
{
    public long Count;

    // Eight slots that begin at a multiple of eight share a word of the bitmap.
    public void Visit(int slot, ulong hits) =>
        Count += BitOperations.PopCount(except is null ? hits : hits & ~(except[slot >> 6] >> slot));
}
