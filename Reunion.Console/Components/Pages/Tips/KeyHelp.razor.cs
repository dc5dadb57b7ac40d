using Microsoft.AspNetCore.Components;

namespace Reunion.Console.Components.Pages.Tips;

/// <summary>Lists the page's keys.</summary>
public sealed partial class KeyHelp
{
    [Parameter]
    public EventCallback OnClose { get; set; }
}
