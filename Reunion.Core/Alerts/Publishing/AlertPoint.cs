namespace Reunion.Core.Alerts.Publishing;

/// <summary>A point in the reader's datum.</summary>
/// <param name="Lat">Degrees north.</param>
/// <param name="Lon">Degrees east.</param>
public sealed record AlertPoint(double Lat, double Lon);
