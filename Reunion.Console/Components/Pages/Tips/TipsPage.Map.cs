using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Reunion.Console.Components.Map;
using Reunion.Console.Components.Pages.Map;
using Reunion.Console.Live;
using Reunion.Console.Resources;
using Reunion.Core.Common;
using Reunion.Core.Geography;
using Reunion.Core.Tips.Board;

namespace Reunion.Console.Components.Pages.Tips;

// The map: what it draws, and how it and the queue stay in step.
public sealed partial class TipsPage
{
    private LeafletMap? _map;
    private IReadOnlyList<MapLayer> _layers = [];
    private CircleLayer? _preview;
    private MapView? _view;
    private MapBounds? _goTo;
    private (IReadOnlyList<BoardTip>? Of, MapView? In, IReadOnlyList<MapLayer> Layers) _dots = (null, null, []);
    private TipId? _reveal;
    private bool _hasKeys;

    [Inject]
    private IStringLocalizer<LiveMapText> MapWords { get; set; } = null!;

    private MapInsets Insets => new(Right: _tip is null ? 0 : 436, Top: _alert?.IsDrill == true ? 32 : 0);

    // After the render: the map then knows what the panel covers, and the list has its lines.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _keys = new TipKeys(Script, Assets["assets/console.js"], key => PressAsync(key));
            await _keys.StartAsync();
            _hasKeys = true;
            StateHasChanged();
        }

        if (_reveal is { } tip && _list is not null && _keys is not null)
        {
            _reveal = null;
            if (_queue.PlaceOf(tip) is { } place)
                await _keys.RevealAsync(_list.Element, place);
        }

        if (_map is not null && _goTo is { } bounds)
        {
            _goTo = null;
            await _map.FitToAsync(bounds);
        }
    }

    private void Draw()
    {
        var drawn = new BoardLayers(L, MapWords);
        // One alert at a time when one is looked at: its circles and tips are what counts. The dots are the board's.
        var alerts = _snapshot.Alerts.Where(a => _query.Alert is null || a.Id == _query.Alert).Select(a => a with { Tips = [] });
        var selected = _selected is { } id ? Find(id) : null;
        _layers =
        [
            .. AlertLayers.Of(new MapSnapshot([.. alerts]), MapWords),
            .. Boards.SelectMany(b => drawn.Clusters(b, _view)),
            .. Boards.Select(drawn.Path).OfType<MapLayer>(),
            .. Dots(drawn),
            .. BoardLayers.Ring(selected?.Row.Point(), _view) is { } ring ? [ring] : Array.Empty<MapLayer>(),
            .. _preview is null ? [] : new MapLayer[] { _preview },
        ];
        StateHasChanged();
    }

    // Thousands of tips are gathered anew only when they, or what is in view, are others.
    private IReadOnlyList<MapLayer> Dots(BoardLayers drawn)
    {
        if (_dots.Of != _queue.Latest || _dots.In != _view)
            _dots = (_queue.Latest, _view, [.. drawn.Dots(_queue.Latest, _view)]);
        return _dots.Layers;
    }

    private Task ViewAsync(MapView view)
    {
        _view = view;
        Draw();
        return Task.CompletedTask;
    }

    private async Task SelectAsync(BoardTip tip)
    {
        (_selected, _preview, _detail) = (tip.Id, null, null);
        await TryAsync(async actor =>
        {
            Desk.Look(this, actor, tip.Id);
            await ReadTipAsync(actor);
        });
        _reveal = tip.Id;
        _goTo = tip.Row.Point() is { } point ? Near(point) : null;
        Draw();
    }

    // Who has gone near stays near: only a map that shows a province or more is brought nearer.
    private MapBounds? Near(GeoPoint point) => _view is { Zoom: >= 9 } view && Contains(view.Bounds, point)
        ? null : MapBounds.Around(point, 15_000);

    // What the queue is about: the circles of its alerts.
    private void GoToAlerts() => _goTo = _snapshot.Alerts.Where(a => _query.Alert is null || a.Id == _query.Alert)
        .Select(a => MapBounds.Around(a.MainCircle.Centre, Math.Max(20_000, a.MainCircle.ExtentMetres)))
        .Aggregate((MapBounds?)null, (all, one) => all?.With(one) ?? one);

    private static bool Contains(MapBounds box, GeoPoint point)
    {
        // The drawer covers the right of the map: a place behind it is not in view.
        var east = box.East - (box.East - box.West) * 0.4;
        return point.Latitude > box.South && point.Latitude < box.North && point.Longitude > box.West && point.Longitude < east;
    }

    private async Task OnLayerSelectedAsync(string layer)
    {
        if (layer.Split(':') is ["tip" or "cluster", var text] && TypedId.TryParse<TipId>(text, out var id))
            await GoAsync(id);
    }

    // Goes to a tip wherever it is: what was clicked counts, although the list may not have it or the filter may hide it.
    private async Task GoAsync(TipId id)
    {
        if (Find(id) is not { } tip)
            return;
        if (_queue.PlaceOf(id) is null)
        {
            if (!_queue.Latest.Any(t => t.Id == id))
                await FilterAsync(new TipQuery { Alert = _query.Alert, States = TipStates.All });
            else
                _queue.ShowAll();
        }

        await SelectAsync(tip);
    }

    private async Task PreviewAsync(CircleLayer? circle)
    {
        _preview = circle;
        Draw();
        if (circle is not null && _map is not null)
            await _map.FitToAsync(MapBounds.Around(circle.Centre, circle.RadiusMetres));
    }

    private Task CloseAsync()
    {
        (_selected, _tip, _preview, _detail) = (null, null, null, null);
        Desk.Leave(this);
        Draw();
        return Task.CompletedTask;
    }
}
