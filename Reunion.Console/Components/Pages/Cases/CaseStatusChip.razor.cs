using Microsoft.AspNetCore.Components;
using Reunion.Core.Cases;

namespace Reunion.Console.Components.Pages.Cases;

/// <summary>Where a case stands, in a word: red while its alert is live, green only when the child is back.</summary>
public sealed partial class CaseStatusChip
{
    [Parameter, EditorRequired]
    public CaseStatus Status { get; set; }

    [Parameter]
    public Outcome? Outcome { get; set; }

    private string Tone => (Status, Outcome) switch
    {
        (CaseStatus.Active, _) => "is-live",
        (_, Core.Cases.Outcome.FoundSafe or Core.Cases.Outcome.FoundInjured) => "is-found",
        (CaseStatus.Draft, _) => "is-draft",
        _ => "is-closed",
    };
}
