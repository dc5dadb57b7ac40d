namespace Reunion.Core.Geofencing;

/// <summary>What became of a batch of positions.</summary>
/// <param name="Accepted">How many were stored.</param>
/// <param name="Ignored">
/// How many were not: older than what is known of the phone, older than the retention, more than ten minutes in the future, or
/// of device 0.
/// </param>
/// <param name="Arrivals">How many phones were found inside a live alert by it and handed to the arrivals.</param>
public readonly record struct ReportOutcome(int Accepted, int Ignored, int Arrivals);
