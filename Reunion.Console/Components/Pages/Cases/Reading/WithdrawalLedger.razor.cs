using Microsoft.AspNetCore.Components;
using Reunion.Core.Dispatch.Withdrawals;

namespace Reunion.Console.Components.Pages.Cases.Reading;

/// <summary>After the end: which partners confirmed that the photo is down, and loudly who is late.</summary>
public sealed partial class WithdrawalLedger : IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(20);
    private ITimer? _timer;

    [Parameter, EditorRequired]
    public CaseView View { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private IReadOnlyList<string> Late =>
        [.. View.Withdrawals.Where(w => w.StateAt(Clock.GetUtcNow()) == WithdrawalState.Late).Select(w => w.PartnerName)];

    public void Dispose() => _timer?.Dispose();

    // Becoming late is no event: nothing happens then, which is what is wrong.
    protected override void OnInitialized() => _timer = Clock.CreateTimer(_ => _ = InvokeAsync(StateHasChanged), null, Tick, Tick);
}
