using Microsoft.AspNetCore.Components;
using Reunion.Core.Cases;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Live;

namespace Reunion.Console.Components.Pages.Cases;

/// <summary>All cases that the reader may see, kept up to date by the live feed.</summary>
public sealed partial class CasesPage
{
    private static readonly TimeSpan RefreshEvery = TimeSpan.FromSeconds(1);
    private IReadOnlyList<CaseSummary>? _cases;
    private CaseFilter _filter = CaseFilter.None;
    private bool _mayFile;
    private IDisposable? _live;

    [Inject]
    private ReadCases Read { get; set; } = null!;

    [Inject]
    private LiveFeed Live { get; set; } = null!;

    private IReadOnlyList<CaseSummary> Shown => [.. _cases!.Where(_filter.Fits)];

    public void Dispose() => _live?.Dispose();

    protected override async Task OnInitializedAsync()
    {
        _live = Live.Subscribe("cases", RefreshEvery, OnLiveAsync);
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        try
        {
            var actor = await Current.GetAsync();
            _mayFile = actor.May(Permission.RunCases);
            _cases = await Read.ListAsync(actor);
        }
        catch (ProblemException)
        {
            // The role was taken away: the list goes, the next click says why.
            _cases = null;
        }
    }

    private Task OnLiveAsync(IReadOnlyList<LiveEvent> events) => events.Any(e => e is CaseChanged or AlertChanged)
        ? InvokeAsync(async () =>
        {
            await LoadAsync();
            StateHasChanged();
        })
        : Task.CompletedTask;
}
