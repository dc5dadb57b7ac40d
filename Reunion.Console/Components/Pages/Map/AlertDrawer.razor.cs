using Microsoft.AspNetCore.Components;
using Reunion.Console.Live;
using Reunion.Core.Common.People;

namespace Reunion.Console.Components.Pages.Map;

/// <summary>The selected alert: the child first, then how far the alert has come.</summary>
public sealed partial class AlertDrawer
{
    [Parameter, EditorRequired]
    public MapAlert Alert { get; set; } = null!;

    /// <summary>Who looks: decides which ways onward are shown; each is checked again where it leads.</summary>
    [Parameter, EditorRequired]
    public Actor Actor { get; set; } = null!;

    [Parameter]
    public EventCallback OnClose { get; set; }
}
