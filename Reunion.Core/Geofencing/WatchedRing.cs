using Reunion.Core.Common;
using Reunion.Core.Geography;

namespace Reunion.Core.Geofencing;

/// <summary>A ring of a live alert in which arriving phones are to be found.</summary>
/// <param name="Circle">The circle that it belongs to.</param>
/// <param name="Ring">The number of the ring.</param>
/// <param name="Centre">The centre of the circle.</param>
/// <param name="InnerRadiusMetres">The inner radius, 0 or more.</param>
/// <param name="OuterRadiusMetres">The outer radius, above the inner one and at most 20,000,000.</param>
public sealed record WatchedRing(CircleId Circle, int Ring, GeoPoint Centre, double InnerRadiusMetres, double OuterRadiusMetres);
