namespace Reunion.Console.Demo;

/// <summary>A point in the app's datum.</summary>
internal sealed record HeardPoint(double Lat, double Lon);
