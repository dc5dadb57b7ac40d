using Microsoft.AspNetCore.Components;

namespace Reunion.Console.Components.Public;

/// <summary>A field of a form with its label and what is wrong with it.</summary>
public sealed partial class TipField
{
    /// <summary>What the ids of the form's fields begin with.</summary>
    [Parameter]
    public string Prefix { get; set; } = "tip";

    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>A code; null when nothing is wrong.</summary>
    [Parameter]
    public string? Error { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
