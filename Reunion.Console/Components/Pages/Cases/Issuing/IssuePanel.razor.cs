using Microsoft.AspNetCore.Components;
using MudBlazor;
using Reunion.Console.Components.Dialogs.Cases;
using Reunion.Console.Components.Pages.Cases.Filing;
using Reunion.Console.Components.Pages.Cases.Reading;
using Reunion.Core.Alerts;
using Reunion.Core.Common.Problems;

namespace Reunion.Console.Components.Pages.Cases.Issuing;

/// <summary>Decides what the alert says, from when it counts and whether it is real; the map and the chart beside it follow.</summary>
public sealed partial class IssuePanel
{
    private static readonly TimeSpan CountAgain = TimeSpan.FromSeconds(10);
    private ITimer? _counter;
    private bool _confirming;

    [Parameter, EditorRequired]
    public CaseView View { get; set; } = null!;

    [Parameter, EditorRequired]
    public IssueDraft Issue { get; set; } = null!;

    /// <summary>A choice or a count changed.</summary>
    [Parameter]
    public EventCallback OnChanged { get; set; }

    [Parameter]
    public EventCallback OnCancel { get; set; }

    [Parameter]
    public EventCallback OnIssued { get; set; }

    [Inject]
    private PreviewReach Reach { get; set; } = null!;

    [Inject]
    private IssueAlert Alert { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    public void Dispose() => _counter?.Dispose();

    protected override Task OnInitializedAsync()
    {
        _counter = Clock.CreateTimer(_ => _ = InvokeAsync(CountAsync), null, CountAgain, CountAgain);
        return CountAsync();
    }

    private async Task CountAsync()
    {
        // What is being confirmed must not change under the hand.
        if (_confirming)
            return;
        var (start, mode) = (Issue.Start, Issue.Mode);
        try
        {
            var steps = await Reach.ExecuteAsync(await Current.GetAsync(), View.Case, start, mode);
            if (start != Issue.Start || mode != Issue.Mode || _confirming)
                return;
            Issue.Steps = steps;
            await OnChanged.InvokeAsync();
        }
        catch (ProblemException)
        {
            // No longer allowed: the act itself says so.
            Issue.Steps = [];
        }
    }

    private async Task ChooseAsync(AlertMode mode)
    {
        (Issue.Mode, Issue.Steps) = (mode, []);
        await OnChanged.InvokeAsync();
        await CountAsync();
    }

    private async Task ChooseAsync(ClockStart start)
    {
        (Issue.Start, Issue.Steps) = (start, []);
        await OnChanged.InvokeAsync();
        await CountAsync();
    }

    private DateTimeOffset TimeOf(ClockStart start) => start == ClockStart.LastSeen ? View.Case.LastSeen.AtUtc : View.Case.ReportedAtUtc;

    private double RadiusOf(ClockStart start) => CaseForm.OpensWith(Clock.GetUtcNow() - TimeOf(start));

    private async Task ConfirmAsync()
    {
        _confirming = true;
        try
        {
            var dialog = await Dialogs.ShowAsync<ConfirmIssueDialog>(
                L[Issue.IsDrill ? "ConfirmDrillTitle" : "ConfirmTitle"],
                new DialogParameters<ConfirmIssueDialog> { { d => d.Case, View.Case }, { d => d.Issue, Issue } });
            if (await dialog.Result is not { Canceled: false })
                return;
            if (await TryAsync(actor => Alert.ExecuteAsync(actor, View.Case.Id, View.Case.Version, Issue.ToRequest())))
                await OnIssued.InvokeAsync();
        }
        finally
        {
            _confirming = false;
        }
    }
}
