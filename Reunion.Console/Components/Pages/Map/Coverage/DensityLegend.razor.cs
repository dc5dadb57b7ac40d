using Microsoft.AspNetCore.Components;
using Reunion.Core.Alerts.Coverage;

namespace Reunion.Console.Components.Pages.Map.Coverage;

/// <summary>What the shades of the density mean.</summary>
public sealed partial class DensityLegend
{
    [Parameter, EditorRequired]
    public DensityReport Report { get; set; } = null!;
}
