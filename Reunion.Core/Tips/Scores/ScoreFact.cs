namespace Reunion.Core.Tips.Scores;

/// <summary>One reason of a score.</summary>
/// <param name="Reason">What it is.</param>
/// <param name="Points">What it adds; negative when it speaks against the tip, 0 when it is only worth knowing.</param>
/// <param name="Value">What the reason says its value is: a number of tips, metres, km/h or hours.</param>
public readonly record struct ScoreFact(ScoreReason Reason, int Points, double Value);
