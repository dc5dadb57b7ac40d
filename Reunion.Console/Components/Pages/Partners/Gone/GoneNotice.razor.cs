using Microsoft.AspNetCore.Components;
using Reunion.Console.Hosting.Accounts;
using Reunion.Core.Common.Problems;
using Reunion.Core.Live;
using Reunion.Core.Partners;

namespace Reunion.Console.Components.Pages.Partners.Gone;

/// <summary>Says loudly which apps are told nothing because their endpoint answered that it is gone. Nothing when all are there.</summary>
public sealed partial class GoneNotice : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private IReadOnlyList<(Partner Partner, bool IsDrill, DateTimeOffset SinceUtc)> _gone = [];
    private IDisposable? _subscription;

    /// <summary>Only the endpoints for drills, or only those for actual alerts; both when null.</summary>
    [Parameter]
    public bool? IsDrill { get; set; }

    /// <summary>Whether the reader may do something about it.</summary>
    [Parameter]
    public bool MayManage { get; set; }

    [Inject]
    private ReadPartners Read { get; set; } = null!;

    [Inject]
    private CurrentActor Current { get; set; } = null!;

    [Inject]
    private LiveFeed Feed { get; set; } = null!;

    public void Dispose() => _subscription?.Dispose();

    protected override Task OnInitializedAsync()
    {
        _subscription = Feed.Subscribe("gone endpoints", Interval, happened =>
            happened.Any(e => e is PartnerChanged) ? InvokeAsync(RefreshAsync) : Task.CompletedTask);
        return Task.CompletedTask;
    }

    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task RefreshAsync()
    {
        await LoadAsync();
        StateHasChanged();
    }

    private async Task LoadAsync()
    {
        try
        {
            _gone = Of(await Read.ListAsync(await Current.GetAsync()));
        }
        catch (ProblemException)
        {
            // No longer for this reader; the page around it says so.
            _gone = [];
        }
    }

    // A partner that is suspended or removed is told nothing anyway.
    private IReadOnlyList<(Partner Partner, bool IsDrill, DateTimeOffset SinceUtc)> Of(IReadOnlyList<Partner> partners) =>
    [
        .. from partner in partners
           where partner.Status == PartnerStatus.Active
           from isDrill in (bool[])[false, true]
           where IsDrill is null || IsDrill == isDrill
           let since = partner.EndpointGoneFor(isDrill)
           where since is not null
           select (partner, isDrill, since.Value),
    ];
}
