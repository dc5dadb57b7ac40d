using Microsoft.AspNetCore.Localization;

namespace Reunion.Console.Hosting.Language;

/// <summary>Speaks Chinese and English.</summary>
internal static class LanguageServices
{
    public static void AddReunionLanguage(this WebApplicationBuilder builder)
    {
        builder.Services.AddLocalization();
        builder.Services.Configure<RequestLocalizationOptions>(options =>
        {
            var fallback = ReunionLanguages.English;
            options.DefaultRequestCulture = new RequestCulture(fallback.FormatCulture, fallback.TextCulture);
            options.SupportedCultures = [.. ReunionLanguages.All.Select(l => l.FormatCulture)];
            options.SupportedUICultures = [.. ReunionLanguages.All.Select(l => l.TextCulture)];
            options.RequestCultureProviders = [new ReunionCultureProvider()];
        });
    }

    public static void UseReunionLanguage(this WebApplication app) => app.UseRequestLocalization();
}
