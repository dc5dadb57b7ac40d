namespace Reunion.Console.Hosting.Language;

/// <summary>What a browser remembers: language and theme. No account is needed to choose them.</summary>
internal static class Preferences
{
    public const string LanguageCookie = "reunion.language";
    public const string ThemeCookie = "reunion.theme";

    /// <summary>The theme the browser chose; dark unless it chose light.</summary>
    public static bool IsDark(HttpContext? context) => context?.Request.Cookies[ThemeCookie] != "light";

    public static void Keep(HttpContext context, string? language, string? theme)
    {
        if (ReunionLanguages.Find(language) is { } known)
            Set(context, LanguageCookie, known.Name);
        if (theme is "dark" or "light")
            Set(context, ThemeCookie, theme);
    }

    private static void Set(HttpContext context, string name, string value) => context.Response.Cookies.Append(name, value, new CookieOptions
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = TimeSpan.FromDays(365),
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
    });
}
