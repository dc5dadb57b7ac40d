namespace Reunion.Console.Hosting.Surfaces;

/// <summary>Where an endpoint is served; the last one added to an endpoint counts, and one without any is served nowhere.</summary>
/// <param name="Surfaces">One or more surfaces.</param>
public sealed record SurfaceMetadata(params IReadOnlyList<Surface> Surfaces);
