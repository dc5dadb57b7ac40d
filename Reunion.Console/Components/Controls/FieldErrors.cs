using Microsoft.Extensions.Localization;
using Reunion.Console.Resources;
using Reunion.Core.Common.Problems;

namespace Reunion.Console.Components.Controls;

/// <summary>What is wrong with which field, in the reader's words.</summary>
public sealed class FieldErrors
{
    private readonly Dictionary<string, string> _byField;

    private FieldErrors(Dictionary<string, string> byField, string? other) => (_byField, Other) = (byField, other);

    /// <summary>Nothing is wrong.</summary>
    public static FieldErrors None { get; } = new([], null);

    /// <summary>What is wrong that belongs to no field; null when nothing is.</summary>
    public string? Other { get; }

    /// <summary>Whether anything is wrong.</summary>
    public bool Any => Other is not null || _byField.Count > 0;

    /// <summary>How many fields are wrong.</summary>
    public int Count => _byField.Count;

    /// <summary>What is wrong with a field; null when nothing is.</summary>
    public string? this[string field] => _byField.GetValueOrDefault(field);

    /// <summary>Translates a refusal.</summary>
    public static FieldErrors Of(ProblemException problem, IStringLocalizer<ProblemText> text) => problem.Fields.Count == 0
        ? new([], text[problem.Code])
        : new(problem.Fields.DistinctBy(f => f.Field).ToDictionary(f => f.Field, f => text[f.Code].Value), null);
}
