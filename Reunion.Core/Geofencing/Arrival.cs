using Reunion.Core.Common;

namespace Reunion.Core.Geofencing;

/// <summary>A phone that reported from inside a live alert and had not been sent it. It is claimed already.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="Circle">The circle that it is in; the first one, when several hold it.</param>
/// <param name="Ring">The ring of that circle.</param>
/// <param name="Partner">Whose phone it is.</param>
/// <param name="Device">The partner's number for it.</param>
public readonly record struct Arrival(AlertId Alert, CircleId Circle, int Ring, PartnerId Partner, ulong Device);
