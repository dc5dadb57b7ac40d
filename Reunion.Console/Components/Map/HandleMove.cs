using Reunion.Core.Geography;

namespace Reunion.Console.Components.Map;

/// <summary>Where a handle is now.</summary>
/// <param name="Id">The handle's id.</param>
/// <param name="Point">The place, in WGS-84.</param>
public readonly record struct HandleMove(string Id, GeoPoint Point);
