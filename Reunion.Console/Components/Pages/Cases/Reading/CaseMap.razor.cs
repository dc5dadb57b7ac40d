using Microsoft.AspNetCore.Components;
using Reunion.Console.Components.Map;
using Reunion.Console.Components.Pages.Cases.Issuing;
using Reunion.Core.Geography;

namespace Reunion.Console.Components.Pages.Cases.Reading;

/// <summary>Where the child was last seen, and the circles: as they stand, as they grow, or as they would open.</summary>
public sealed partial class CaseMap
{
    private LeafletMap? _map;
    private IReadOnlyList<MapLayer> _layers = [];
    private MapBounds _view = MapBounds.China;
    private MapBounds? _shown;
    private GeoPoint? _centre;
    private bool _fits;

    [Parameter, EditorRequired]
    public CaseView View { get; set; } = null!;

    /// <summary>The alert that is about to be issued; null when none is.</summary>
    [Parameter]
    public IssueDraft? Issue { get; set; }

    /// <summary>The centre of the alert that is about to be issued is being moved; null to put it back.</summary>
    [Parameter]
    public EventCallback<GeoPoint?> OnMove { get; set; }

    protected override void OnParametersSet()
    {
        _layers = Issue is null ? CaseLayers.Of(View, L) : CaseLayers.Of(View, Issue, L);
        var view = Bounds();
        // A map that moved along would run away from the hand that drags.
        var isDragged = Issue is not null && _centre is not null && Issue.Centre != _centre;
        _fits |= _shown is not null && view != _shown && !isDragged;
        _centre = Issue?.Centre;
        if (_shown is null)
            _view = view;
        _shown = view;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_fits || _map is null)
            return;
        _fits = false;
        await _map.FitToAsync(_shown!);
    }

    private Task MovedAsync(HandleMove move) => move.Id == Issue?.HandleId ? OnMove.InvokeAsync(move.Point) : Task.CompletedTask;

    // Everything that is drawn, or the first circle's room when there is none yet.
    private MapBounds Bounds() => _layers.OfType<CircleLayer>().Select(c => MapBounds.Around(c.Centre, c.RadiusMetres))
        .DefaultIfEmpty(MapBounds.Around(View.Case.LastSeen.Point, CaseLayers.FirstRadiusMetres))
        .Aggregate((a, b) => new MapBounds(
            Math.Min(a.South, b.South), Math.Min(a.West, b.West), Math.Max(a.North, b.North), Math.Max(a.East, b.East)));
}
