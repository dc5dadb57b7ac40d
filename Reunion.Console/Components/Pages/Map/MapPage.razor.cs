using Microsoft.AspNetCore.Components;
using Reunion.Console.Components.Map;
using Reunion.Console.Live;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Geography;

namespace Reunion.Console.Components.Pages.Map;

/// <summary>The room: every open alert on the map, the selected one beside it.</summary>
public sealed partial class MapPage : IDisposable
{
    private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(5);

    private long _allowedAt;
    private LeafletMap? _map;
    private MapSnapshot _snapshot = MapSnapshot.Empty;
    private IReadOnlyList<MapLayer> _alerts = [];
    private IReadOnlyList<MapLayer> _underlay = [];
    private IReadOnlyList<MapLayer> _shown = [];
    private double _zoom = 4;
    private MapBounds _view = MapBounds.China;
    private MapBounds? _goTo;
    private MapBounds? _follow;
    private AlertId? _selectedId;
    private Actor? _actor;
    private bool _isRead;
    private IDisposable? _watch;

    [Inject]
    private LiveMapState State { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    /// <summary>The alert to open with.</summary>
    [SupplyParameterFromQuery(Name = "alert")]
    private string? AlertText { get; set; }

    private MapAlert? Selected => _snapshot.Find(_selectedId);

    private MapInsets Insets => new(
        Top: _snapshot.Alerts.Any(a => a.IsDrill) ? 32 : 0, Right: Selected is null ? 0 : 416, Bottom: _snapshot.Alerts.Count > 0 ? 64 : 0);

    public void Dispose() => _watch?.Dispose();

    protected override Task OnInitializedAsync() => TryAsync(async actor =>
    {
        _actor = actor;
        _allowedAt = Clock.GetTimestamp();
        _watch = State.Watch(actor, snapshot => _ = InvokeAsync(() => ShowIfAllowedAsync(snapshot)));
        Show(await State.GetAsync(actor));
        _isRead = true;
        if (TypedId.TryParse<AlertId>(AlertText, out var wanted) && _snapshot.Find(wanted) is not null)
            _selectedId = wanted;
        // One open alert needs no choosing.
        else if (_snapshot.Alerts is [var only])
            _selectedId = only.Id;
        if (Selected is { } alert)
            _view = BoundsOf(alert);
    });

    // After the render: the map then knows what the drawer covers.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_map is null)
            return;
        var (goTo, follow) = (_goTo, _follow);
        (_goTo, _follow) = (null, null);
        if (goTo is not null)
            await _map.FitToAsync(goTo);
        else if (follow is not null)
            await _map.FollowAsync(follow);
    }

    private static MapBounds BoundsOf(MapAlert alert) => alert.Circles
        .Select(c => MapBounds.Around(c.Centre, Math.Max(20_000, c.ExtentMetres))).Aggregate((all, one) => all.With(one));

    // Whoever may no longer see alerts sees the next one no more, also when nothing is clicked.
    private async Task ShowIfAllowedAsync(MapSnapshot snapshot)
    {
        if (Clock.GetElapsedTime(_allowedAt) > AskAgain)
        {
            _allowedAt = Clock.GetTimestamp();
            if (!await MayAsync(Permission.SeeAlerts))
            {
                _watch?.Dispose();
                snapshot = MapSnapshot.Empty;
            }
        }

        Show(snapshot);
    }

    private void Show(MapSnapshot snapshot)
    {
        var before = Selected;
        _snapshot = snapshot;
        if (before is not null && Selected is { } now && BoundsOf(now) is var bounds && bounds != BoundsOf(before))
            _follow = bounds;
        _alerts = AlertLayers.Of(snapshot, L);
        _shown = [.. _underlay, .. _alerts];
        StateHasChanged();
    }

    private void Lay(IReadOnlyList<MapLayer> underlay)
    {
        _underlay = underlay;
        _shown = [.. _underlay, .. _alerts];
    }

    private Task GoToAsync(GeoPoint place) => _map!.FlyToAsync(place, zoom: 8);

    private void Select(AlertId id)
    {
        _selectedId = id;
        _goTo = Selected is { } alert ? BoundsOf(alert) : null;
    }

    private Task OnLayerSelectedAsync(string layer)
    {
        var parts = layer.Split(':');
        if (parts is ["tip", var tip])
        {
            if (_actor?.May(Permission.ReviewTips) == true)
                Navigation.NavigateTo($"/tips?tip={tip}");
        }
        else if (parts.Length > 1 && TypedId.TryParse<AlertId>(parts[1], out var id))
        {
            _selectedId = id;
        }

        return Task.CompletedTask;
    }
}
