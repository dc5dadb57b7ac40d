using System.Globalization;
using System.Resources;
using Reunion.Core.Cases;
using Reunion.Core.Common.Text;

namespace Reunion.Core.Alerts.Publishing;

/// <summary>Proposes an alert's texts in both languages from the facts of the case.</summary>
public static class AlertText
{
    private static readonly ResourceManager Words = new(typeof(AlertText));
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-Hans");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    // Times in alerts are the local time of the place; the whole of China keeps one.
    private static readonly TimeSpan LocalOffset = TimeSpan.FromHours(8);

    /// <summary>The texts that an officer may change before issuing.</summary>
    /// <param name="missing">The case.</param>
    /// <param name="now">Gives the child's age.</param>
    public static (LocalizedText Headline, LocalizedText Description) Propose(Case missing, DateTimeOffset now) => (
        new LocalizedText(Headline(missing, now, Chinese), Headline(missing, now, English)),
        new LocalizedText(Description(missing, Chinese), Description(missing, English)));

    private static string Headline(Case missing, DateTimeOffset now, CultureInfo culture) => string.Format(
        culture, Word("Headline", culture), missing.Child.Name, Word(missing.Child.Sex.ToString(), culture),
        missing.Child.AgeYearsAt(now), missing.LastSeen.Place);

    private static string Description(Case missing, CultureInfo culture)
    {
        var child = missing.Child;
        var seenAt = missing.LastSeen.AtUtc.ToOffset(LocalOffset);
        string?[] sentences =
        [
            string.Format(culture, Word("LastSeen", culture), seenAt, missing.LastSeen.Place),
            Sentence("Height", child.HeightCm, culture),
            Sentence("Weight", child.WeightKg, culture),
            Sentence("Features", child.Features, culture),
            Sentence("Clothing", child.Clothing, culture),
            Sentence("Vehicles", missing.Vehicles, culture),
            string.Format(culture, Word("Call", culture), missing.ContactUnit, missing.ContactPhone),
        ];
        return string.Join(Word("SentenceGap", culture), sentences.Where(s => s is not null));
    }

    private static string? Sentence(string name, object? fact, CultureInfo culture) =>
        fact is null or "" ? null : string.Format(culture, Word(name, culture), fact is string text ? text.TrimEnd('.', '。', ' ') : fact);

    private static string Word(string name, CultureInfo culture) => Words.GetString(name, culture)!;
}
