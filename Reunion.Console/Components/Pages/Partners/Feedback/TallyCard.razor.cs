using System.Globalization;
using Microsoft.AspNetCore.Components;
using Reunion.Core.Common;
using Reunion.Core.Dispatch.Receipts;
using Reunion.Core.Live;

namespace Reunion.Console.Components.Pages.Partners.Feedback;

/// <summary>What a partner was sent and reported back, alert by alert and, opened, ring by ring.</summary>
public sealed partial class TallyCard : IDisposable
{
    private const int Most = 20;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    private IReadOnlyList<AlertTally> _alerts = [];
    private AlertId? _open;
    private bool _isRead;
    private IDisposable? _subscription;

    [Parameter, EditorRequired]
    public PartnerId Partner { get; set; }

    [Inject]
    private ReadReceipts Read { get; set; } = null!;

    [Inject]
    private LiveFeed Feed { get; set; } = null!;

    private long Scale => Math.Max(1, _alerts.Max(a => a.Told));

    private double? TotalRate => _alerts.Sum(a => a.Told) is > 0 and var told ? _alerts.Sum(a => a.Tips) * 1_000_000.0 / told : null;

    public void Dispose() => _subscription?.Dispose();

    protected override async Task OnInitializedAsync()
    {
        await LoadAsync();
        _isRead = true;
        _subscription = Feed.Subscribe("tallies", Interval, happened =>
            happened.Any(e => e is DeliveryProgressed progressed && progressed.Partner == Partner) ? InvokeAsync(RefreshAsync) : Task.CompletedTask);
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.CurrentCulture);

    private async Task RefreshAsync()
    {
        await LoadAsync();
        StateHasChanged();
    }

    private void Toggle(AlertId alert) => _open = _open == alert ? null : alert;

    private Task<bool> LoadAsync() => TryAsync(async actor => _alerts = await Read.OfPartnerAsync(actor, Partner, Most));
}
