using Microsoft.AspNetCore.Components;
using MudBlazor;
using Reunion.Console.Live;
using Reunion.Core.Common.Problems;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Core.Partners;

namespace Reunion.Console.Components.Pages.Partners.Pending;

/// <summary>What waits for a partner, why and since when, every few seconds anew, with what an operator can do about it.</summary>
public sealed partial class PendingPanel : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    private PendingOverview? _overview;
    private DateTime? _from;
    private DateTime? _to;
    private ITimer? _timer;
    private bool _isReading;

    [Parameter, EditorRequired]
    public Partner Partner { get; set; } = null!;

    /// <summary>Told after an act that shows elsewhere on the page.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    [Inject]
    private ReadPending Read { get; set; } = null!;

    [Inject]
    private RetryNow Retry { get; set; } = null!;

    [Inject]
    private PauseDelivery Pause { get; set; } = null!;

    [Inject]
    private ReplayDeliveries Replay { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private bool HasRange => _from is { } from && _to is { } to && from < to;

    public void Dispose() => _timer?.Dispose();

    protected override async Task OnInitializedAsync()
    {
        var now = LocalTime.Written(Clock.GetUtcNow());
        (_from, _to) = (now.AddDays(-1), now.AddMinutes(1));
        _timer = Clock.CreateTimer(_ => _ = InvokeAsync(RefreshAsync), null, Interval, Interval);
        await ReadAsync();
    }

    private async Task RefreshAsync()
    {
        if (_isReading)
            return;
        await ReadAsync();
        StateHasChanged();
    }

    private async Task ReadAsync()
    {
        _isReading = true;
        try
        {
            _overview = await Read.ExecuteAsync(await Current.GetAsync(), Partner.Id);
        }
        catch (ProblemException)
        {
            // No longer for this reader; the page's next act says so.
            _overview = null;
            _timer?.Dispose();
        }
        finally
        {
            _isReading = false;
        }
    }

    private async Task RetryAsync()
    {
        var count = 0;
        if (await TryAsync(async actor => count = await Retry.ExecuteAsync(actor, Partner.Id)))
            await ToldAsync(L["RetriedDone", count]);
    }

    private async Task PauseAsync()
    {
        var sure = await Dialogs.ShowMessageBoxAsync(
            L["PauseDeliveryTitle", Partner.Name], L["PauseDeliveryText", Partner.Name, _overview?.Groups.Sum(g => g.Count) ?? 0],
            yesText: L["PauseDelivery"], cancelText: L["Cancel"]);
        if (sure is true && await TryAsync(actor => Pause.ExecuteAsync(actor, Partner.Id)))
            await ToldAsync(L["PausedDone", Partner.Name]);
    }

    private async Task ResumeAsync()
    {
        if (await TryAsync(actor => Pause.ResumeAsync(actor, Partner.Id)))
            await ToldAsync(L["ResumedDone", Partner.Name]);
    }

    private async Task ReplayAsync()
    {
        var (from, to, count) = (LocalTime.Instant(_from!.Value), LocalTime.Instant(_to!.Value), 0);
        if (await TryAsync(async actor => count = await Replay.ExecuteAsync(actor, Partner.Id, from, to)))
            await ToldAsync(L["ReplayedDone", count]);
    }

    private async Task ToldAsync(string done)
    {
        await ReadAsync();
        await Changed.InvokeAsync();
        Snackbar.Add(done, Severity.Normal);
    }
}
