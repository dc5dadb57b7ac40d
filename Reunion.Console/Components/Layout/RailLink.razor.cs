using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Reunion.Core.Common.People;

namespace Reunion.Console.Components.Layout;

/// <summary>One place to go, for those who may.</summary>
public sealed partial class RailLink
{
    [Parameter, EditorRequired]
    public string Href { get; set; } = "";

    [Parameter, EditorRequired]
    public string Icon { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter, EditorRequired]
    public Permission Needs { get; set; }

    [Parameter]
    public NavLinkMatch Match { get; set; } = NavLinkMatch.Prefix;
}
