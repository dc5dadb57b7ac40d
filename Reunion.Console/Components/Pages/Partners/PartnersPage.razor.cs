using Microsoft.AspNetCore.Components;
using MudBlazor;
using Reunion.Console.Components.Pages.Partners.List;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Dispatch.Health;
using Reunion.Core.Live;
using Reunion.Core.Partners;

namespace Reunion.Console.Components.Pages.Partners;

/// <summary>Who carries alerts, and how each does, every few seconds anew.</summary>
public sealed partial class PartnersPage : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(5);

    private IReadOnlyList<PartnerLine> _lines = [];
    private PartnerFilter _filter = new();
    private DateTimeOffset _now;
    private bool _mayManage;
    private bool _isRead;
    private IDisposable? _subscription;
    private ITimer? _timer;

    [Inject]
    private ReadPartners Read { get; set; } = null!;

    [Inject]
    private ReadHealth Health { get; set; } = null!;

    [Inject]
    private LiveFeed Feed { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private int Removed => _lines.Count(l => l.Partner.Status == PartnerStatus.Removed);

    private IReadOnlyList<PartnerLine> Shown => _filter.Of(_lines, _now);

    public void Dispose()
    {
        _subscription?.Dispose();
        _timer?.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        await LoadAsync();
        _isRead = true;
        _subscription = Feed.Subscribe("partners page", Interval, happened =>
            happened.Any(e => e is PartnerChanged) ? InvokeAsync(RefreshAsync) : Task.CompletedTask);
        // Ages go on also when nothing happens.
        _timer = Clock.CreateTimer(_ => _ = InvokeAsync(RefreshAsync), null, Pace, Pace);
    }

    private async Task RefreshAsync()
    {
        if (!await LoadAsync() && !IsBusy && !await MayAsync(Permission.SeeAlerts))
            Dispose();
        StateHasChanged();
    }

    private Task<bool> LoadAsync() => TryAsync(async actor =>
    {
        var health = await Health.ExecuteAsync(actor);
        // One that was made in between comes with the next look.
        _lines = [.. (await Read.ListAsync(actor)).Where(p => health.ContainsKey(p.Id)).Select(p => new PartnerLine(p, health[p.Id]))];
        _now = Clock.GetUtcNow();
        _mayManage = actor.May(Permission.ManagePartners);
    });

    private async Task AddAsync()
    {
        var dialog = await Dialogs.ShowAsync<AddPartnerDialog>(L["Add"], PartnerDialogs.Modal);
        if (await dialog.Result is { Canceled: false, Data: PartnerId made })
            Navigation.NavigateTo($"/partners/{made}");
    }
}
