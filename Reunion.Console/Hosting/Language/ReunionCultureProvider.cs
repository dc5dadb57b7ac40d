using System.Collections.Concurrent;
using Microsoft.AspNetCore.Localization;
using Reunion.Console.Hosting.Surfaces;

namespace Reunion.Console.Hosting.Language;

/// <summary>The reader's language: <c>?lang=</c> on the public site, then the cookie, then what the browser accepts, best first.</summary>
internal sealed class ReunionCultureProvider : RequestCultureProvider
{
    // Few browsers word their wishes differently; the cap is for those who make words up.
    private const int MostWordings = 2000;

    private static readonly ConcurrentDictionary<string, ReunionLanguage?> Wordings = new(StringComparer.Ordinal);

    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        var language = Find(httpContext);
        return Task.FromResult(language is null ? null : new ProviderCultureResult(language.Format, language.Name));
    }

    /// <summary>The reader's language; null when no wish is known that we speak.</summary>
    public static ReunionLanguage? Find(HttpContext context) =>
        Asked(context)
        ?? (context.Request.Headers.Cookie.Count > 0 ? ReunionLanguages.Find(context.Request.Cookies[Preferences.LanguageCookie]) : null)
        ?? Accepted(context);

    private static ReunionLanguage? Asked(HttpContext context) =>
        context.Request.QueryString.HasValue && context.IsOn(Surface.Public) ? ReunionLanguages.Find(context.Request.Query["lang"]) : null;

    private static ReunionLanguage? Accepted(HttpContext context)
    {
        var wording = context.Request.Headers.AcceptLanguage.ToString();
        if (wording.Length == 0)
            return null;
        if (Wordings.TryGetValue(wording, out var known))
            return known;
        if (Wordings.Count >= MostWordings)
            Wordings.Clear();
        return Wordings[wording] = Read(context);
    }

    private static ReunionLanguage? Read(HttpContext context) => context.Request.GetTypedHeaders().AcceptLanguage
        .Where(l => l.Quality is not 0)
        .OrderByDescending(l => l.Quality ?? 1)
        .Select(l => ReunionLanguages.Find(l.Value.Value))
        .FirstOrDefault(l => l is not null);
}
