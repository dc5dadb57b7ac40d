using System.Globalization;

namespace Reunion.Core.Common.Text;

/// <summary>One text in the two languages that every alert carries.</summary>
/// <param name="Zh">Simplified Chinese.</param>
/// <param name="En">English.</param>
public sealed record LocalizedText(string Zh, string En)
{
    /// <summary>The text in a reader's language: Chinese for any Chinese culture, English for all others.</summary>
    /// <param name="culture">The reader's culture.</param>
    public string In(CultureInfo culture) => culture.TwoLetterISOLanguageName == "zh" ? Zh : En;
}
