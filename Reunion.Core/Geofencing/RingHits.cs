namespace Reunion.Core.Geofencing;

/// <summary>The phones of one distance band.</summary>
/// <param name="InnerRadiusMetres">Where the band begins.</param>
/// <param name="OuterRadiusMetres">Where the band ends.</param>
/// <param name="Devices">The partner's numbers of the phones, at least one, in no order.</param>
public sealed record RingHits(double InnerRadiusMetres, double OuterRadiusMetres, ulong[] Devices);
