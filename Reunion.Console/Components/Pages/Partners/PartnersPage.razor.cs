using Microsoft.AspNetCore.Components;
using MudBlazor;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Core.Geofencing;
using Reunion.Core.Live;
using Reunion.Core.Partners;

namespace Reunion.Console.Components.Pages.Partners;

/// <summary>Who carries alerts, and whether messages get through.</summary>
public sealed partial class PartnersPage : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private IReadOnlyList<Partner> _partners = [];
    private IReadOnlyDictionary<PartnerId, OutboxState> _outboxes = new Dictionary<PartnerId, OutboxState>();
    private Func<PartnerId, long> _presence = _ => 0;
    private bool _mayManage;
    private bool _isRead;
    private IDisposable? _subscription;

    [Inject]
    private ReadPartners Read { get; set; } = null!;

    [Inject]
    private ReadDeliveries Deliveries { get; set; } = null!;

    [Inject]
    private PresenceIndex Presence { get; set; } = null!;

    [Inject]
    private LiveFeed Feed { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    public void Dispose() => _subscription?.Dispose();

    protected override async Task OnInitializedAsync()
    {
        _presence = Presence.CountPhones;
        await LoadAsync();
        _isRead = true;
        _subscription = Feed.Subscribe("partners page", Interval, happened =>
            happened.Any(e => e is PartnerChanged or DeliveryProgressed) ? InvokeAsync(RefreshAsync) : Task.CompletedTask);
    }

    private async Task RefreshAsync()
    {
        await LoadAsync();
        StateHasChanged();
    }

    private Task<bool> LoadAsync() => TryAsync(async actor =>
    {
        _partners = await Read.ListAsync(actor);
        _outboxes = await Deliveries.StatesAsync(actor);
        _mayManage = actor.May(Permission.ManagePartners);
    });

    private async Task AddAsync()
    {
        var dialog = await Dialogs.ShowAsync<AddPartnerDialog>(L["Add"]);
        if (await dialog.Result is { Canceled: false, Data: PartnerId made })
            Navigation.NavigateTo($"/partners/{made}");
    }
}
