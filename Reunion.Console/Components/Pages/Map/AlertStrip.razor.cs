using Microsoft.AspNetCore.Components;
using Reunion.Console.Live;
using Reunion.Core.Common;

namespace Reunion.Console.Components.Pages.Map;

/// <summary>The clock of each open alert; a click selects it.</summary>
public sealed partial class AlertStrip
{
    [Parameter, EditorRequired]
    public IReadOnlyList<MapAlert> Alerts { get; set; } = [];

    [Parameter]
    public AlertId? SelectedId { get; set; }

    [Parameter]
    public EventCallback<AlertId> OnSelect { get; set; }
}
