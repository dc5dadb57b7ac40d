namespace Reunion.Core.Geofencing;

/// <summary>A position ready to be stored.</summary>
internal readonly record struct WriteEntry(ulong Device, ulong Hash, ulong Word);
