using Microsoft.AspNetCore.Components;

namespace Reunion.Console.Components.Pages.Cases.Reading;

/// <summary>What happened, from filing to closing.</summary>
public sealed partial class CaseTimeline
{
    [Parameter, EditorRequired]
    public CaseView View { get; set; } = null!;
}
