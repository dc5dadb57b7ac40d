using Microsoft.AspNetCore.Localization;
using Reunion.Console.Hosting.Surfaces;

namespace Reunion.Console.Hosting.Language;

/// <summary>The reader's language: <c>?lang=</c> on the public site, then the cookie, then what the browser accepts, best first.</summary>
internal sealed class ReunionCultureProvider : RequestCultureProvider
{
    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        var language = Asked(httpContext)
            ?? ReunionLanguages.Find(httpContext.Request.Cookies[Preferences.LanguageCookie])
            ?? Accepted(httpContext);
        return Task.FromResult(language is null ? null : new ProviderCultureResult(language.Format, language.Name));
    }

    private static ReunionLanguage? Asked(HttpContext context) =>
        context.IsOn(Surface.Public) ? ReunionLanguages.Find(context.Request.Query["lang"]) : null;

    private static ReunionLanguage? Accepted(HttpContext context) => context.Request.GetTypedHeaders().AcceptLanguage
        .Where(l => l.Quality is not 0)
        .OrderByDescending(l => l.Quality ?? 1)
        .Select(l => ReunionLanguages.Find(l.Value.Value))
        .FirstOrDefault(l => l is not null);
}
