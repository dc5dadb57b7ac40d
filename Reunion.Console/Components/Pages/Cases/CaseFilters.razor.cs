using Microsoft.AspNetCore.Components;
using Reunion.Core.Cases;

namespace Reunion.Console.Components.Pages.Cases;

/// <summary>Narrows the list of cases.</summary>
public sealed partial class CaseFilters
{
    [Parameter, EditorRequired]
    public CaseFilter Filter { get; set; } = CaseFilter.None;

    [Parameter]
    public EventCallback<CaseFilter> FilterChanged { get; set; }

    private string Pressed(CaseStatus? status) => Filter.Status == status ? "true" : "false";

    private Task SetAsync(CaseFilter filter) => FilterChanged.InvokeAsync(filter);
}
