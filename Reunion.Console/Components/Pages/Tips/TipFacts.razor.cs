using System.Globalization;
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

    private static string? Noted(TipPhotoSummary photo) => photo is { HintLatitude: { } latitude, HintLongitude: { } longitude }
        ? string.Create(CultureInfo.InvariantCulture, $"{latitude:0.0000}, {longitude:0.0000}") : null;

    private TipPlacement? Placement => Alert is not null && Tip is { Latitude: { } latitude, Longitude: { } longitude }
        ? TipPlacement.Of(new(latitude, longitude), Alert) : null;
}
