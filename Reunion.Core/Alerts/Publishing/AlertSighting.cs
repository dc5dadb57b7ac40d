namespace Reunion.Core.Alerts.Publishing;

/// <summary>Where and when the child was last seen, as published.</summary>
/// <param name="Lat">Degrees north in the reader's datum.</param>
/// <param name="Lon">Degrees east in the reader's datum.</param>
/// <param name="At">When.</param>
/// <param name="Place">The place in words.</param>
public sealed record AlertSighting(double Lat, double Lon, DateTimeOffset At, string Place);
