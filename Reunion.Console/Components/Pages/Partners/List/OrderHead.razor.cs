using Microsoft.AspNetCore.Components;

namespace Reunion.Console.Components.Pages.Partners.List;

/// <summary>A column's head that orders the list.</summary>
public sealed partial class OrderHead
{
    [Parameter, EditorRequired]
    public string Text { get; set; } = "";

    [Parameter, EditorRequired]
    public PartnerOrder Order { get; set; }

    [Parameter, EditorRequired]
    public PartnerFilter Filter { get; set; } = new();

    [Parameter]
    public EventCallback<PartnerFilter> FilterChanged { get; set; }

    [Parameter]
    public string? Class { get; set; }

    private bool IsChosen => Filter.Order == Order;

    private string? Sort => IsChosen ? Filter.IsDescending ? "descending" : "ascending" : null;

    private string Arrow => IsChosen ? Filter.IsDescending ? " ↓" : " ↑" : "";
}
