using Reunion.Core.Geography;

namespace Reunion.Core.Geofencing;

/// <summary>Where a phone was when.</summary>
/// <param name="Device">The partner's own number for the phone; not 0, and meaningless to us.</param>
/// <param name="Point">Where.</param>
/// <param name="AtUtc">When; kept to the second.</param>
public readonly record struct PositionReport(ulong Device, GeoPoint Point, DateTimeOffset AtUtc);
