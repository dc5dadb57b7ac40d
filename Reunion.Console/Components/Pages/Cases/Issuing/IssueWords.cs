using Microsoft.Extensions.Localization;
using Reunion.Console.Resources;
using Reunion.Core.Alerts;

namespace Reunion.Console.Components.Pages.Cases.Issuing;

/// <summary>Names what issuing does, and to how many.</summary>
internal static class IssueWords
{
    /// <summary>The words of the button: "Alert 412,380 phones in 5 apps".</summary>
    public static string Act(this IStringLocalizer<CasesText> text, IssueDraft issue) => issue switch
    {
        { Opening: null } => text["Counting"],
        { Mode: AlertMode.Exercise } => text["StartExercise", text.AppsWord(issue.PartnersNow)],
        { Mode: AlertMode.Test } => text["StartTest", text.AppsWord(issue.PartnersNow)],
        { PartnersNow: 0 } => text["AlertNobody"],
        { Opening.Phones: 0 } => text["AlertApps", text.AppsWord(issue.PartnersNow)],
        _ => text["AlertPhones", text.PhonesWord(issue.Opening.Phones), text.AppsWord(issue.PartnersNow)],
    };
}
