using Microsoft.AspNetCore.Components;
using Reunion.Console.Live;

namespace Reunion.Console.Components.Pages.Map;

/// <summary>The circles of an alert: how large, and when they grow next.</summary>
public sealed partial class CircleClocks
{
    [Parameter, EditorRequired]
    public IReadOnlyList<MapCircle> Circles { get; set; } = [];

    [Parameter]
    public bool IsPaused { get; set; }
}
