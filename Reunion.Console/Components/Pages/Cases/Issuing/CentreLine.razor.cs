using Microsoft.AspNetCore.Components;

namespace Reunion.Console.Components.Pages.Cases.Issuing;

/// <summary>Says how far the first circle's centre was moved, and puts it back.</summary>
public sealed partial class CentreLine
{
    [Parameter, EditorRequired]
    public IssueDraft Issue { get; set; } = null!;

    [Parameter]
    public EventCallback OnPutBack { get; set; }
}
