using Microsoft.Extensions.Localization;
using Reunion.Console.Components.Pages.Map;
using Reunion.Console.Resources;
using Reunion.Core.Tips.Scores;

namespace Reunion.Console.Components.Pages.Tips;

/// <summary>Scores and ways in words.</summary>
internal static class BoardWords
{
    /// <summary>A reason of a score as a sentence with its figure.</summary>
    public static string Reason(ScoreFact fact, IStringLocalizer<TipsText> text, IStringLocalizer<LiveMapText> mapText) => fact.Reason switch
    {
        ScoreReason.InsideCircle or ScoreReason.OutsideCircles => text["Score" + fact.Reason, MapFormat.Distance(fact.Value, mapText)],
        ScoreReason.BeforeLastSeen => text["Score" + fact.Reason, Duration(fact.Value, text)],
        ScoreReason.Reachable when fact.Value < 1 => text["ScoreReachableNear"],
        _ => text["Score" + fact.Reason, fact.Value],
    };

    /// <summary>Hours from two hours on, minutes below.</summary>
    public static string Duration(double hours, IStringLocalizer<TipsText> text) =>
        hours >= 2 ? text["Hours", hours] : text["Minutes", Math.Round(hours * 60)];

    /// <summary>Points with their sign.</summary>
    public static string Points(int points) => points switch
    {
        > 0 => $"+{points}",
        < 0 => $"−{-points}",
        _ => "0",
    };
}
