namespace Reunion.Core.Common.Problems;

/// <summary>What is wrong with one field of an input.</summary>
/// <param name="Field">The field's name as in the input's type, for example <c>BirthDate</c>.</param>
/// <param name="Code">A stable code, for example <c>birth_date_in_future</c>; screens translate it.</param>
public sealed record FieldProblem(string Field, string Code);
