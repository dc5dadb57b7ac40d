using Microsoft.Extensions.Localization;
using Reunion.Console.Resources;

namespace Reunion.Console.Components.Pages.Partners;

/// <summary>How long ago, in the largest unit that is not 0.</summary>
internal static class PartnerAges
{
    public static string Age(this IStringLocalizer<PartnersText> text, TimeSpan age) => age switch
    {
        { TotalMinutes: < 1 } => text["AgeSeconds", Math.Max(0, (int)age.TotalSeconds)],
        { TotalHours: < 1 } => text["AgeMinutes", (int)age.TotalMinutes],
        { TotalDays: < 2 } => text["AgeHours", (int)age.TotalHours],
        _ => text["AgeDays", (int)age.TotalDays],
    };
}
