using Microsoft.AspNetCore.Components;
using Reunion.Core.Common.Hosting;

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

    /// <summary>What makes one tip of two clicks on the page's form; null on a page without one.</summary>
    [Parameter]
    public string? FormKey { get; set; }

    /// <summary>The id of that form.</summary>
    [Parameter]
    public string FormId { get; set; } = "tip";

    /// <summary>The page's path, for previews of links to it; null where there should be none.</summary>
    [Parameter]
    public string? Path { get; set; }

    /// <summary>A sentence for such previews.</summary>
    [Parameter]
    public string? Description { get; set; }

    /// <summary>The address of the picture for such previews.</summary>
    [Parameter]
    public string? Picture { get; set; }

    [Inject]
    private PublicSite Site { get; set; } = null!;

    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
