using Microsoft.AspNetCore.Components;

namespace Reunion.Console.Components.Controls;

/// <summary>A decorative icon; what it means stands beside it in words.</summary>
public sealed partial class Icon
{
    /// <summary>The icon's shapes, for example <c>Icons.Material.Outlined.Map</c>.</summary>
    [Parameter, EditorRequired]
    public string Path { get; set; } = "";
}
