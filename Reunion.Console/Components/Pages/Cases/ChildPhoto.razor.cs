using Microsoft.AspNetCore.Components;
using Reunion.Core.Common;

namespace Reunion.Console.Components.Pages.Cases;

/// <summary>The child's photo, as large as its place.</summary>
public sealed partial class ChildPhoto
{
    [Parameter, EditorRequired]
    public PhotoId? Photo { get; set; }

    [Parameter, EditorRequired]
    public string Name { get; set; } = "";
}
