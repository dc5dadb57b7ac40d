using Microsoft.AspNetCore.Components;

namespace Reunion.Console.Components.Public.Reports;

/// <summary>A line of the report form.</summary>
public sealed partial class ReportText
{
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter]
    public string Type { get; set; } = "text";

    [Parameter, EditorRequired]
    public string Value { get; set; } = "";

    /// <summary>What is wrong with which field of the form, as codes.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyDictionary<string, string> Errors { get; set; } = null!;

    /// <summary>Characters; null where the type sets the bounds.</summary>
    [Parameter]
    public int? Longest { get; set; }

    [Parameter]
    public bool IsRequired { get; set; }

    /// <summary>What a browser may fill in, as HTML names it.</summary>
    [Parameter, EditorRequired]
    public string Complete { get; set; } = "";

    private string? Error => Errors.GetValueOrDefault(Name);
}
