namespace Reunion.Console.Hosting.Surfaces;

/// <summary>Set on every connection by the listener it came in through.</summary>
/// <param name="Surface">The listener's surface.</param>
internal sealed record SurfaceFeature(Surface Surface);
