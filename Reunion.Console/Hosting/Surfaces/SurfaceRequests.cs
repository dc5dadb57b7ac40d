namespace Reunion.Console.Hosting.Surfaces;

/// <summary>Tells which surface a request came in through.</summary>
public static class SurfaceRequests
{
    /// <summary>The surface of the listener; null for a connection that no listener of ours accepted.</summary>
    public static Surface? Surface(this HttpContext context) => context.Features.Get<SurfaceFeature>()?.Surface;

    /// <summary>Whether the request came in through the surface.</summary>
    public static bool IsOn(this HttpContext context, Surface surface) => context.Surface() == surface;
}
