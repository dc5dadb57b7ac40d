using FluentValidation;

namespace Reunion.Core.Common.Problems;

/// <summary>Turns a validator's findings into a <see cref="ProblemException"/>.</summary>
internal static class FluentValidationProblems
{
    /// <summary>Refuses an input that does not pass.</summary>
    /// <exception cref="ProblemException">With one entry for each wrong field.</exception>
    public static void Demand<T>(this IValidator<T> validator, T input)
    {
        var fields = validator.Problems(input);
        if (fields.Count > 0)
            throw new ProblemException(fields);
    }

    /// <summary>The first problem of each wrong field.</summary>
    public static IReadOnlyList<FieldProblem> Problems<T>(this IValidator<T> validator, T input) =>
        [.. validator.Validate(input).Errors
            .DistinctBy(e => e.PropertyName)
            .Select(e => new FieldProblem(e.PropertyName, e.ErrorCode))];
}
