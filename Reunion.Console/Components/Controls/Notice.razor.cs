using Microsoft.AspNetCore.Components;

namespace Reunion.Console.Components.Controls;

/// <summary>Says one thing in the middle of an otherwise empty page.</summary>
public sealed partial class Notice
{
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    [Parameter, EditorRequired]
    public string Text { get; set; } = "";

    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
