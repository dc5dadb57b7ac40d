using Microsoft.AspNetCore.Components;

namespace Reunion.Console.Components.Controls;

/// <summary>Stands across a screen that shows an exercise or a test, so that nobody takes it for the real thing.</summary>
public sealed partial class DrillBanner
{
    /// <summary>A technical test instead of an exercise.</summary>
    [Parameter]
    public bool IsTest { get; set; }
}
