using Microsoft.AspNetCore.Components;
using Reunion.Core.Common;
using Reunion.Core.Dispatch.Withdrawals;
using Reunion.Core.Live;

namespace Reunion.Console.Components.Pages.Partners.Feedback;

/// <summary>Whether a partner took down the photos of alerts that ended; loud when it is late.</summary>
public sealed partial class WithdrawalCard : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(20);

    private IReadOnlyList<WithdrawalLine>? _lines;
    private IDisposable? _subscription;
    private ITimer? _timer;

    [Parameter, EditorRequired]
    public PartnerId Partner { get; set; }

    [Inject]
    private ReadWithdrawals Read { get; set; } = null!;

    [Inject]
    private LiveFeed Feed { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private int Late => _lines?.Count(l => l.StateAt(Clock.GetUtcNow()) == WithdrawalState.Late) ?? 0;

    public void Dispose()
    {
        _subscription?.Dispose();
        _timer?.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        await LoadAsync();
        _subscription = Feed.Subscribe("withdrawals", Interval, happened =>
            happened.Any(e => e is DeliveryProgressed progressed && progressed.Partner == Partner) ? InvokeAsync(RefreshAsync) : Task.CompletedTask);
        // Becoming late is no event.
        _timer = Clock.CreateTimer(_ => _ = InvokeAsync(StateHasChanged), null, Tick, Tick);
    }

    private async Task RefreshAsync()
    {
        await LoadAsync();
        StateHasChanged();
    }

    private Task<bool> LoadAsync() => TryAsync(async actor => _lines = await Read.OfPartnerAsync(actor, Partner));
}
