namespace Reunion.Core.Geography;

/// <summary>A point of a line to be drawn; unlike <see cref="GeoPoint"/> its longitude may leave ±180 so that the line stays whole.</summary>
/// <param name="Latitude">Degrees north, −90 to 90.</param>
/// <param name="Longitude">Degrees east, unwrapped.</param>
public readonly record struct OutlinePoint(double Latitude, double Longitude);
