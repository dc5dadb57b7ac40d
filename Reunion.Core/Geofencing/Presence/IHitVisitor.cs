namespace Reunion.Core.Geofencing;

/// <summary>Takes the slots that a scan finds; a struct, so that the scan is compiled for it.</summary>
internal interface IHitVisitor
{
    /// <summary>Takes some of eight slots.</summary>
    /// <param name="slot">The first of the eight.</param>
    /// <param name="hits">A bit for each, the lowest for the first; at least one is set.</param>
    void Visit(int slot, ulong hits);
}
