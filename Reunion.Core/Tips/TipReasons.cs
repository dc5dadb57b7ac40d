using Reunion.Core.Common.Problems;

namespace Reunion.Core.Tips;

/// <summary>What a decision must say.</summary>
internal static class TipReasons
{
    /// <summary>A reason without blanks around it.</summary>
    /// <exception cref="ProblemException">There is none, or it is too long.</exception>
    public static string Demand(string reason) => reason.Trim() switch
    {
        "" => throw new ProblemException([new FieldProblem("Reason", "required")]),
        { Length: > 1000 } => throw new ProblemException([new FieldProblem("Reason", "too_long")]),
        var given => given,
    };
}
