namespace Reunion.Core.Geofencing;

/// <summary>Counts hits.</summary>
internal struct CountVisitor : IHitVisitor
{
    public long Count;

    public void Visit(int slot, ulong word) => Count++;
}
