using System.Globalization;
using Microsoft.Extensions.Localization;
using Reunion.Console.Resources;
using Reunion.Core.Cases;

namespace Reunion.Console.Components.Pages.Cases;

/// <summary>Facts of a case as a person reads them.</summary>
internal static class CaseWords
{
    private const long Million = 1_000_000;

    public static string SexWord(this IStringLocalizer<CasesText> text, Sex sex) => text["Sex" + sex];

    public static string AgeWord(this IStringLocalizer<CasesText> text, DateOnly birthDate, DateTimeOffset now) =>
        text["Age", new Child { BirthDate = birthDate }.AgeYearsOn(ChinaTime.Day(now))];

    public static string StatusWord(this IStringLocalizer<CasesText> text, CaseStatus status, Outcome? outcome) =>
        outcome is { } ended ? text["Outcome" + ended] : text["Status" + status];

    /// <summary>Time passed, to the minute below two days.</summary>
    public static string SpanWord(this IStringLocalizer<CasesText> text, TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => text["SpanNow"],
        { TotalHours: < 1 } => text["SpanMinutes", (int)span.TotalMinutes],
        { TotalHours: < 48 } => text["SpanHours", (int)span.TotalHours, span.Minutes],
        _ => text["SpanDays", (int)span.TotalDays, span.Hours],
    };

    /// <summary>How many phones: exact below a million, in millions from there.</summary>
    public static string PhonesWord(this IStringLocalizer<CasesText> text, long phones) => phones < Million
        ? phones.ToString("N0", CultureInfo.CurrentCulture)
        : text["Millions", phones / (double)Million, phones / 10_000];

    public static string AppsWord(this IStringLocalizer<CasesText> text, int apps) => apps == 1 ? text["OneApp"] : text["Apps", apps];

    public static string PartnersWord(this IStringLocalizer<CasesText> text, int partners) =>
        partners == 1 ? text["OnePartner"] : text["SomePartners", partners];

    public static string KilometresWord(this IStringLocalizer<CasesText> text, double metres) => text["Kilometres", Math.Round(metres / 1000)];

    /// <summary>A distance to a tenth of a kilometre, below ten of them.</summary>
    public static string DistanceWord(this IStringLocalizer<CasesText> text, double metres) =>
        text[metres < 9_950 ? "ShortKilometres" : "Kilometres", metres / 1000];
}
