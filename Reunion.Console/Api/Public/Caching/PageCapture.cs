namespace Reunion.Console.Api.Public.Caching;

/// <summary>On a request whose page is being written to be kept: what belongs to one reader only is left open in it.</summary>
internal sealed class PageCapture
{
    /// <summary>Stands where each reader's own form key is put in; must be the last such text of the page.</summary>
    public const string Hole = "00000000000000000000000000000000";

    private PageCapture()
    {
    }

    public static PageCapture Instance { get; } = new();

    /// <summary>The form key to write into a page: the hole when it is kept, otherwise a new one.</summary>
    public static string KeyFor(HttpContext context) =>
        context.Features.Get<PageCapture>() is null ? Guid.NewGuid().ToString("n") : Hole;
}
