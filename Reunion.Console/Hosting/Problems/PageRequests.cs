using Reunion.Console.Hosting.Surfaces;

namespace Reunion.Console.Hosting.Problems;

/// <summary>Tells a person's browser from a program.</summary>
internal static class PageRequests
{
    /// <summary>Whether the answer should be a page: a browser asks for one, on a surface that has pages.</summary>
    public static bool WantsPage(this HttpContext context) =>
        !context.IsOn(Surface.Partner)
        && context.Request.GetTypedHeaders().Accept.Any(a => a.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));
}
