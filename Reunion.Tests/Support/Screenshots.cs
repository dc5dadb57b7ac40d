using Microsoft.Playwright;

namespace Reunion.Tests.Support;

/// <summary>Keeps pictures of what a browser test saw, under <c>artifacts/screenshots</c> in the repository.</summary>
public static class Screenshots
{
    /// <summary>Takes the visible part of a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="name">The file's name without its ending.</param>
    public static Task TakeAsync(IPage page, string name) => page.ScreenshotAsync(new PageScreenshotOptions
    {
        Path = Path.Combine(RepositoryRoot.Path, "artifacts", "screenshots", name + ".png"),
    });
}
