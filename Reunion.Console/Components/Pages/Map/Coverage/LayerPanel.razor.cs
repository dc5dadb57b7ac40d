using Microsoft.AspNetCore.Components;
using Reunion.Console.Components.Map;
using Reunion.Console.Hosting.Accounts;
using Reunion.Core.Alerts.Coverage;
using Reunion.Core.Common.Problems;
using Reunion.Core.Geography;

namespace Reunion.Console.Components.Pages.Map.Coverage;

/// <summary>Lays over the map where phones are dense and where nobody reaches people; both stay current while they are shown.</summary>
public sealed partial class LayerPanel : IDisposable
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(30);
    private ITimer? _timer;
    private Task _loading = Task.CompletedTask;
    private bool _isStale;
    private bool _disposed;
    private bool _showsDensity;
    private bool _showsGaps;
    private double _cellDegrees;
    private DensityReport? _density;
    private CoverageReport? _coverage;

    /// <summary>The map's zoom: decides how fine the cells are.</summary>
    [Parameter]
    public double Zoom { get; set; }

    /// <summary>What is to lie over the map changed.</summary>
    [Parameter]
    public EventCallback<IReadOnlyList<MapLayer>> OnLayers { get; set; }

    /// <summary>A gap is to be shown.</summary>
    [Parameter]
    public EventCallback<GeoPoint> OnGoTo { get; set; }

    [Inject]
    private ReadDensity Density { get; set; } = null!;

    [Inject]
    private ReadCoverage Coverage { get; set; } = null!;

    [Inject]
    private CurrentActor Current { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private bool IsWaiting => (_showsDensity && _density is null) || (_showsGaps && _coverage is null);

    public void Dispose()
    {
        _disposed = true;
        _timer?.Dispose();
    }

    protected override void OnInitialized() => _timer = Clock.CreateTimer(_ => _ = InvokeAsync(RefreshIfShownAsync), null, Again, Again);

    protected override Task OnParametersSetAsync()
    {
        var wanted = DensityScale.CellDegreesAt(Zoom);
        if (wanted == _cellDegrees)
            return Task.CompletedTask;
        _cellDegrees = wanted;
        return _showsDensity ? RefreshAsync() : Task.CompletedTask;
    }

    private static string Pressed(bool shows) => shows ? "true" : "false";

    private Task ToggleDensityAsync()
    {
        (_showsDensity, _density) = (!_showsDensity, null);
        return RefreshAsync();
    }

    private Task ToggleGapsAsync()
    {
        (_showsGaps, _coverage) = (!_showsGaps, null);
        return RefreshAsync();
    }

    private async Task RefreshIfShownAsync()
    {
        if (!_showsDensity && !_showsGaps)
            return;
        await RefreshAsync();
        StateHasChanged();
    }

    // A zoom or a click may come while the phones are being counted: one counts, and then what is wanted by then.
    private Task RefreshAsync()
    {
        _isStale = true;
        if (_loading.IsCompleted)
            _loading = LoadAllAsync();
        return _loading;
    }

    private async Task LoadAllAsync()
    {
        while (_isStale && !_disposed)
        {
            _isStale = false;
            await LoadAsync();
        }
    }

    private async Task LoadAsync()
    {
        // What is off goes at once, also when what is on takes a while.
        await TellAsync();
        try
        {
            if (_showsDensity && await Density.ExecuteAsync(await Current.GetAsync(), _cellDegrees) is { } density)
                _density = _showsDensity ? density : null;
            if (_showsGaps && await Coverage.ExecuteAsync(await Current.GetAsync()) is { } coverage)
                _coverage = _showsGaps ? coverage : null;
        }
        catch (ProblemException)
        {
            // No longer for this reader.
            (_showsDensity, _showsGaps, _density, _coverage) = (false, false, null, null);
        }
        await TellAsync();
    }

    private Task TellAsync()
    {
        var layers = new List<MapLayer>();
        if (_density is not null)
            layers.Add(CoverageLayers.Of(_density));
        if (_coverage is not null)
            layers.Add(CoverageLayers.Of(_coverage));
        return OnLayers.InvokeAsync(layers);
    }
}
