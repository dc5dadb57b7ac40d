using Microsoft.AspNetCore.Components;
using Reunion.Core.Cases;

namespace Reunion.Console.Components.Pages.Cases.Reading;

/// <summary>How the case ended, and how many partners have taken the photo down.</summary>
public sealed partial class OutcomeBanner
{
    [Parameter, EditorRequired]
    public CaseView View { get; set; } = null!;

    private bool IsFound => View.Case.Outcome is Outcome.FoundSafe or Outcome.FoundInjured;
}
