namespace Reunion.Console.Components.Pages.Tips;

/// <summary>How strong a score looks.</summary>
internal static class ScoreMark
{
    /// <summary>The class of a score's colour: quiet below 30, strong from 60 on.</summary>
    public static string Level(int score) => score >= 60 ? "is-strong" : score >= 30 ? "is-fair" : "is-weak";
}
