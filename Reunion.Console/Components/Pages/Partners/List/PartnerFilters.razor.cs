using Microsoft.AspNetCore.Components;

namespace Reunion.Console.Components.Pages.Partners.List;

/// <summary>Which partners are shown; says of which hours the rates are.</summary>
public sealed partial class PartnerFilters
{
    [Parameter, EditorRequired]
    public PartnerFilter Filter { get; set; } = new();

    [Parameter]
    public EventCallback<PartnerFilter> FilterChanged { get; set; }

    /// <summary>How many partners somebody should look at.</summary>
    [Parameter]
    public int Troubled { get; set; }

    /// <summary>How many partners were removed.</summary>
    [Parameter]
    public int Removed { get; set; }
}
