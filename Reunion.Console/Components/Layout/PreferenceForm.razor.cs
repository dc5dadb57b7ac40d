using Microsoft.AspNetCore.Components;

namespace Reunion.Console.Components.Layout;

/// <summary>A button that changes what this browser remembers, and comes back.</summary>
public sealed partial class PreferenceForm
{
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    [Parameter, EditorRequired]
    public string Value { get; set; } = "";

    [Parameter, EditorRequired]
    public string ReturnUrl { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter]
    public string Icon { get; set; } = "";
}
