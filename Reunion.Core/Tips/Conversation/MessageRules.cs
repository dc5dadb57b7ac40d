using Reunion.Core.Common.Problems;

namespace Reunion.Core.Tips.Conversation;

/// <summary>What must be true of a message about a tip.</summary>
public static class MessageRules
{
    /// <summary>The longest message, in characters.</summary>
    public const int MaxLength = 2000;

    /// <summary>The most messages that a tipster may send in a row without an answer.</summary>
    public const int MostUnanswered = 20;

    /// <summary>Cleans a text and checks it.</summary>
    /// <exception cref="ProblemException">The field <c>Text</c> is <c>required</c> or <c>too_long</c>.</exception>
    internal static string Demand(string text) => TipText.Clean(text) switch
    {
        "" => throw new ProblemException([new FieldProblem("Text", "required")]),
        { Length: > MaxLength } => throw new ProblemException([new FieldProblem("Text", "too_long")]),
        var clean => clean,
    };
}
