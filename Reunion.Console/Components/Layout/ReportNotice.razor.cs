using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Reunion.Core.Cases.Reporting;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Live;

namespace Reunion.Console.Components.Layout;

/// <summary>Tells the officers of a unit, wherever they are in the console, that a parent reported a child and nobody has opened it.</summary>
public sealed partial class ReportNotice
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private IReadOnlyList<CaseId> _unread = [];
    private IDisposable? _live;

    [Inject]
    private ReadReports Reports { get; set; } = null!;

    [Inject]
    private LiveFeed Live { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    public void Dispose()
    {
        _live?.Dispose();
        Navigation.LocationChanged -= OnLocationChanged;
    }

    protected override async Task OnInitializedAsync()
    {
        _live = Live.Subscribe("report notice", Interval, happened =>
            happened.Any(e => e is ChildReported or CaseChanged or CaseOpened) ? InvokeAsync(ReloadAsync) : Task.CompletedTask);
        Navigation.LocationChanged += OnLocationChanged;
        await ReloadAsync();
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs e) => _ = InvokeAsync(ReloadAsync);

    private async Task ReloadAsync()
    {
        try
        {
            var actor = await Current.GetAsync();
            _unread = actor.May(Permission.RunCases) ? await Reports.UnreadAsync(actor) : [];
        }
        catch (ProblemException)
        {
            // Signed out meanwhile: the next click says so.
            _unread = [];
        }

        StateHasChanged();
    }
}
