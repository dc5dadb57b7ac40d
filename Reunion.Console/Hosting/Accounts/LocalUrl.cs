namespace Reunion.Console.Hosting.Accounts;

/// <summary>Keeps redirects on this site.</summary>
internal static class LocalUrl
{
    /// <summary>The given path when it is one of this site, or another.</summary>
    public static string Or(string? url, string other) =>
        url is ['/', ..] && url is not (['/', '/' or '\\', ..]) && !url.Any(char.IsControl) ? url : other;
}
