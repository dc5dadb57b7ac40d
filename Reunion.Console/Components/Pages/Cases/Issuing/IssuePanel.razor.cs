using Microsoft.AspNetCore.Components;
using MudBlazor;
using Reunion.Console.Components.Dialogs.Cases;
using Reunion.Console.Components.Pages.Cases.Filing;
using Reunion.Console.Components.Pages.Cases.Reading;
using Reunion.Core.Alerts;
using Reunion.Core.Common.Problems;
using Reunion.Core.Geography;

namespace Reunion.Console.Components.Pages.Cases.Issuing;

/// <summary>Decides what the alert says, from when it counts and whether it is real; the map and the chart beside it follow.</summary>
public sealed partial class IssuePanel
{
    private static readonly TimeSpan CountAgain = TimeSpan.FromSeconds(10);
    private ITimer? _counter;
    private Task _counting = Task.CompletedTask;
    private bool _isStale;
    private bool _confirming;
    private bool _disposed;

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

    public void Dispose()
    {
        _disposed = true;
        _counter?.Dispose();
    }

    /// <summary>Moves the centre of the first circle, or puts it back; done when it was counted there.</summary>
    public Task MoveAsync(GeoPoint? centre)
    {
        // What is being confirmed must not change under the hand.
        if (_confirming || IsBusy)
            return Task.CompletedTask;
        if (centre is { } there)
            Issue.Centre = there;
        else
            Issue.PutBack();
        return CountAsync();
    }

    protected override Task OnInitializedAsync()
    {
        _counter = Clock.CreateTimer(_ => _ = InvokeAsync(CountAsync), null, CountAgain, CountAgain);
        return CountAsync();
    }

    // A drag asks faster than a large country may be counted: one counts, the others say that there is more and wait for it.
    private Task CountAsync()
    {
        _isStale = true;
        if (_counting.IsCompleted)
            _counting = CountAllAsync();
        return _counting;
    }

    private async Task CountAllAsync()
    {
        while (_isStale && !_confirming && !_disposed)
        {
            _isStale = false;
            await CountOnceAsync();
        }
    }

    private async Task CountOnceAsync()
    {
        var (start, mode) = (Issue.Start, Issue.Mode);
        try
        {
            var steps = await Reach.ExecuteAsync(await Current.GetAsync(), View.Case, start, mode, Issue.Centre);
            if (start != Issue.Start || mode != Issue.Mode || _confirming)
                return;
            Issue.Steps = steps;
        }
        catch (ProblemException)
        {
            // No longer allowed: the act itself says so.
            Issue.Steps = [];
        }
        await OnChanged.InvokeAsync();
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
        // What is confirmed is what was counted where the centre was left.
        await _counting;
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
