using Microsoft.AspNetCore.Components;

namespace Reunion.Console.Components.Public.Reports;

/// <summary>Where a parent or guardian reports a missing child.</summary>
public sealed partial class ReportPage
{
    /// <summary>What the form holds.</summary>
    [Parameter, EditorRequired]
    public ReportEntry Entry { get; set; } = null!;

    /// <summary>What is wrong with which field, as codes.</summary>
    [Parameter]
    public IReadOnlyDictionary<string, string> Errors { get; set; } = new Dictionary<string, string>();

    private IEnumerable<(string Word, string Label)> Sexes => [("female", L["Girl"]), ("male", L["Boy"])];

    private string? Invalid(string field) => Errors.ContainsKey(field) ? "true" : null;
}
