using Microsoft.AspNetCore.Components;

namespace Reunion.Console.Components.Controls;

/// <summary>A labelled input of a page that works without a circuit.</summary>
public sealed partial class PlainField
{
    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter]
    public string Type { get; set; } = "text";

    [Parameter]
    public string? Value { get; set; }

    [Parameter]
    public string Autocomplete { get; set; } = "off";

    [Parameter]
    public bool Autofocus { get; set; }

    /// <summary>What is wrong with the value, in words; null when nothing is.</summary>
    [Parameter]
    public string? Error { get; set; }
}
