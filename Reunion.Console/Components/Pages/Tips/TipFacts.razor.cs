using Microsoft.AspNetCore.Components;
using Reunion.Console.Live;
using Reunion.Core.Tips;

namespace Reunion.Console.Components.Pages.Tips;

/// <summary>When, where and from whom.</summary>
public sealed partial class TipFacts
{
    [Parameter, EditorRequired]
    public TipSummary Tip { get; set; } = null!;

    [Parameter]
    public MapAlert? Alert { get; set; }

    [Parameter]
    public string? PartnerName { get; set; }

    private TipPlacement? Placement => Alert is not null && Tip is { Latitude: { } latitude, Longitude: { } longitude }
        ? TipPlacement.Of(new(latitude, longitude), Alert) : null;
}
