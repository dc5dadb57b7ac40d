using Microsoft.AspNetCore.Components;

namespace Reunion.Console.Components.Public;

/// <summary>A field of the tip form with its label and what is wrong with it.</summary>
public sealed partial class TipField
{
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
