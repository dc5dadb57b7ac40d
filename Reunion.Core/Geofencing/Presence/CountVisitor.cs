using System.Numerics;

namespace Reunion.Core.Geofencing;

/// <summary>Counts hits.</summary>
internal struct CountVisitor : IHitVisitor
{
    public long Count;

    public void Visit(int slot, ulong hits) => Count += BitOperations.PopCount(hits);
}
