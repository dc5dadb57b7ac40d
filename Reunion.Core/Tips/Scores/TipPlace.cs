namespace Reunion.Core.Tips.Scores;

/// <summary>Where and when a tip was seen, for finding those that agree.</summary>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Minutes">Minutes since an instant of the caller's.</param>
internal readonly record struct TipPlace(double Latitude, double Longitude, double Minutes);
