using System.Globalization;

namespace Reunion.Console.Hosting.Language;

/// <summary>A language of the screens.</summary>
/// <param name="Name">The resources' culture, also the page's <c>lang</c>.</param>
/// <param name="Format">How dates and numbers are written: 24 hours in both languages.</param>
internal sealed record ReunionLanguage(string Name, string Format)
{
    public CultureInfo TextCulture { get; } = CultureInfo.GetCultureInfo(Name);

    public CultureInfo FormatCulture { get; } = CultureInfo.GetCultureInfo(Format);
}
