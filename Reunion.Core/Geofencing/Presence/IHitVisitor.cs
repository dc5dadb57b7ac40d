namespace Reunion.Core.Geofencing;

/// <summary>Takes the slots that a scan finds; a struct, so that the scan is compiled for it.</summary>
internal interface IHitVisitor
{
    void Visit(int slot, ulong word);
}
