using Microsoft.AspNetCore.Components;
using Reunion.Core.Common;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Core.Live;

namespace Reunion.Console.Components.Pages.Partners;

/// <summary>The newest messages to a partner with the attempts to hand them over.</summary>
public sealed partial class DeliveryTable : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private IReadOnlyList<DeliverySummary> _deliveries = [];
    private IReadOnlyList<DeliveryAttempt> _attempts = [];
    private MessageId? _open;
    private bool _isRead;
    private IDisposable? _subscription;

    [Parameter, EditorRequired]
    public PartnerId Partner { get; set; }

    [Inject]
    private ReadDeliveries Read { get; set; } = null!;

    [Inject]
    private LiveFeed Feed { get; set; } = null!;

    public void Dispose() => _subscription?.Dispose();

    protected override async Task OnInitializedAsync()
    {
        await LoadAsync();
        _isRead = true;
        _subscription = Feed.Subscribe("deliveries", Interval, happened =>
            happened.Any(e => e is DeliveryProgressed progressed && progressed.Partner == Partner) ? InvokeAsync(RefreshAsync) : Task.CompletedTask);
    }

    private async Task RefreshAsync()
    {
        await LoadAsync();
        StateHasChanged();
    }

    private Task<bool> LoadAsync() => TryAsync(async actor =>
    {
        _deliveries = await Read.RecentAsync(actor, Partner);
        if (_open is { } open)
            _attempts = await Read.AttemptsAsync(actor, open);
    });

    private async Task ToggleAsync(DeliverySummary delivery)
    {
        (_open, _attempts) = (_open == delivery.Id ? null : delivery.Id, []);
        await LoadAsync();
    }
}
