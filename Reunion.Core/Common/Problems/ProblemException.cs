namespace Reunion.Core.Common.Problems;

/// <summary>A use case refused what it was asked; nothing has been changed.</summary>
/// <remarks>Carries a stable code and no personal data: it may be logged and shown.</remarks>
public sealed class ProblemException : Exception
{
    /// <summary>A refusal with a code.</summary>
    /// <param name="kind">What a caller can do about it.</param>
    /// <param name="code">A stable code in snake case, for example <c>alert_ended</c>.</param>
    /// <param name="message">One English sentence for people who read logs or HTTP answers.</param>
    public ProblemException(ProblemKind kind, string code, string message)
        : base(message) => (Kind, Code) = (kind, code);

    /// <summary>A refusal because of wrong fields.</summary>
    /// <param name="fields">At least one field with its code.</param>
    public ProblemException(IReadOnlyList<FieldProblem> fields)
        : base("Some fields are wrong: " + string.Join(", ", fields.Select(f => $"{f.Field} ({f.Code})")) + ".") =>
        (Kind, Code, Fields) = (ProblemKind.Invalid, "invalid", fields);

    /// <summary>What a caller can do about it.</summary>
    public ProblemKind Kind { get; }

    /// <summary>The stable code in snake case.</summary>
    public string Code { get; }

    /// <summary>The fields that are wrong; empty when the refusal is about something else.</summary>
    public IReadOnlyList<FieldProblem> Fields { get; } = [];

    /// <summary>No such thing, or none the caller may know of.</summary>
    /// <param name="what">What was looked for, in words: "case".</param>
    public static ProblemException NotFound(string what) => new(ProblemKind.NotFound, "not_found", $"There is no such {what}.");

    /// <summary>The caller's roles do not allow this.</summary>
    public static ProblemException Forbidden() => new(ProblemKind.Forbidden, "forbidden", "Your role does not allow this.");

    /// <summary>Somebody else changed the thing since it was read.</summary>
    public static ProblemException Changed() =>
        new(ProblemKind.Conflict, "changed_meanwhile", "Somebody changed this meanwhile. Look again, then decide.");
}
