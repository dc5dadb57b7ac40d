using Microsoft.AspNetCore.Components;
using MudBlazor;
using Reunion.Console.Components.Dialogs.Cases;
using Reunion.Console.Components.Pages.Cases.Issuing;
using Reunion.Core.Alerts;
using Reunion.Core.Cases;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Geography;
using Reunion.Core.Live;

namespace Reunion.Console.Components.Pages.Cases.Reading;

/// <summary>One child: who, where, how long ago; the alert from issuing to the end, as it happens.</summary>
public sealed partial class CasePage
{
    private static readonly TimeSpan RefreshEvery = TimeSpan.FromSeconds(1);
    private CaseId _id;
    private CaseView? _view;
    private IssueDraft? _issue;
    private IssuePanel? _panel;
    private IDisposable? _live;
    private bool _missing;
    private bool _mayManage;

    [Parameter]
    public string Id { get; set; } = "";

    [Inject]
    private ReadCaseView Read { get; set; } = null!;

    [Inject]
    private PauseAlert Pause { get; set; } = null!;

    [Inject]
    private LiveFeed Live { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    public void Dispose() => _live?.Dispose();

    protected override async Task OnParametersSetAsync()
    {
        _live?.Dispose();
        (_view, _issue) = (null, null);
        _missing = !TypedId.TryParse(Id, out _id);
        if (_missing)
            return;
        _live = Live.Subscribe("case", RefreshEvery, OnLiveAsync);
        await LoadAsync(actor => Read.OpenAsync(actor, _id));
    }

    private async Task LoadAsync(Func<Actor, Task<CaseView>> read)
    {
        try
        {
            var actor = await Current.GetAsync();
            _view = await read(actor);
            _mayManage = actor.May(Permission.ManagePartners);
            if (_view.Case.Status != CaseStatus.Draft)
                _issue = null;
        }
        catch (ProblemException)
        {
            // Not there, or not for this reader, or no longer.
            (_view, _missing) = (null, true);
        }
    }

    private Task RefreshAsync() => LoadAsync(actor => Read.RefreshAsync(actor, _id));

    private Task OnLiveAsync(IReadOnlyList<LiveEvent> events) => events.Any(Concerns)
        ? InvokeAsync(async () =>
        {
            await RefreshAsync();
            StateHasChanged();
        })
        : Task.CompletedTask;

    private bool Concerns(LiveEvent happened) => happened switch
    {
        CaseChanged e => e.Case == _id,
        AlertChanged e => e.Alert == _view?.Alert?.Id,
        RingSent e => e.Alert == _view?.Alert?.Id,
        DeliveryProgressed e => e.Alert == _view?.Alert?.Id,
        TipArrived e => e.Alert == _view?.Alert?.Id,
        TipReviewed e => e.Alert == _view?.Alert?.Id,
        _ => false,
    };

    private void BeginIssuing() => _issue = new IssueDraft(_view!.Case, Clock.GetUtcNow());

    private void EndIssuing() => _issue = null;

    // The last bit of a drag may come when the panel has gone.
    private Task MoveAsync(GeoPoint? centre) => _issue is null || _panel is null ? Task.CompletedTask : _panel.MoveAsync(centre);

    private async Task IssuedAsync()
    {
        Snackbar.Add(_issue!.IsDrill ? L["DrillStarted"] : L["AlertIssued"], Severity.Normal);
        EndIssuing();
        await RefreshAsync();
    }

    private Task CloseAsync() => ShowCloseAsync(L["CloseTitle", _view!.Case.Child.Name], onlyCancels: false);

    private Task CancelAlertAsync() => ShowCloseAsync(L["CancelTitle"], onlyCancels: true);

    private async Task ShowCloseAsync(string title, bool onlyCancels)
    {
        var dialog = await Dialogs.ShowAsync<CloseCaseDialog>(title, new DialogParameters<CloseCaseDialog>
        {
            { d => d.Case, _view!.Case },
            { d => d.Partners, _view.Progress.Count },
            { d => d.HasAlert, _view.Alert is { Status: not AlertStatus.Ended } },
            { d => d.OnlyCancels, onlyCancels },
        });
        if (await dialog.Result is { Canceled: false, Data: string told })
            Snackbar.Add(told, Severity.Normal);
        await RefreshAsync();
    }

    private async Task PauseAsync()
    {
        var sure = await Dialogs.ShowMessageBoxAsync(L["PauseTitle"], L["PauseText", _view!.Progress.Count], yesText: L["Pause"], cancelText: Shared["Cancel"]);
        if (sure is true && await TryAsync(actor => Pause.ExecuteAsync(actor, _view.Alert!.Id)))
            await RefreshAsync();
    }

    private async Task ResumeAsync()
    {
        if (await TryAsync(actor => Pause.ResumeAsync(actor, _view!.Alert!.Id)))
            await RefreshAsync();
    }
}
