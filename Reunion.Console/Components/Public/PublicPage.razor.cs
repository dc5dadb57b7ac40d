using Microsoft.AspNetCore.Components;

namespace Reunion.Console.Components.Public;

/// <summary>The frame of every public page.</summary>
public sealed partial class PublicPage
{
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>Whether there is a map on the page.</summary>
    [Parameter]
    public bool WithMap { get; set; }

    /// <summary>The one script that makes the page nicer, if any.</summary>
    [Parameter]
    public string? Script { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
