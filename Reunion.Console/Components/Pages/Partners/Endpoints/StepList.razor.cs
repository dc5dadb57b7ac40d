using Microsoft.AspNetCore.Components;
using Reunion.Core.Dispatch.Conformance;

namespace Reunion.Console.Components.Pages.Partners.Endpoints;

/// <summary>The session's steps, each with its result and what was sent and answered; failed ones lie open.</summary>
public sealed partial class StepList
{
    [Parameter, EditorRequired]
    public IReadOnlyList<ConformanceStep> Script { get; set; } = [];

    [Parameter, EditorRequired]
    public IReadOnlyList<StepResult> Results { get; set; } = [];

    [Parameter, EditorRequired]
    public bool IsRunning { get; set; }

    private string Outcome(int index) => index >= Results.Count ? "NotRun" : Results[index].IsPassed ? "Passed" : "Failed";
}
