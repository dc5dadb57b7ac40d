using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Localization;
using Reunion.Console.Components.Map;
using Reunion.Console.Components.Pages.Map;
using Reunion.Console.Live;
using Reunion.Console.Resources;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Live;
using Reunion.Core.Partners;
using Reunion.Core.Tips;

namespace Reunion.Console.Components.Pages.Tips;

/// <summary>The queue of tips and the map side by side, in step.</summary>
public sealed partial class TipsPage : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly TipQueue _queue = new();
    private LeafletMap? _map;
    private TipDetail? _detail;
    private MapSnapshot _snapshot = MapSnapshot.Empty;
    private IReadOnlyList<MapLayer> _layers = [];
    private IReadOnlyDictionary<PartnerId, string> _partners = new Dictionary<PartnerId, string>();
    private TipFilter _filter = new();
    private TipSummary? _selected;
    private MapAlert? _alert;
    private CircleLayer? _preview;
    private MapBounds? _goTo;
    private bool _isRead;
    private IDisposable? _watch;
    private IDisposable? _subscription;

    [Inject]
    private ReadTips Read { get; set; } = null!;

    [Inject]
    private ReadPartners ReadPartners { get; set; } = null!;

    [Inject]
    private LiveMapState State { get; set; } = null!;

    [Inject]
    private LiveFeed Feed { get; set; } = null!;

    [Inject]
    private IStringLocalizer<LiveMapText> MapWords { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "alert")]
    private string? AlertText { get; set; }

    [SupplyParameterFromQuery(Name = "tip")]
    private string? TipText { get; set; }

    private MapInsets Insets => new(Right: _selected is null ? 0 : 436, Top: _alert?.IsDrill == true ? 32 : 0);

    public void Dispose()
    {
        _watch?.Dispose();
        _subscription?.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        if (TypedId.TryParse<AlertId>(AlertText, out var alert))
            _filter = _filter with { Alert = alert };
        await TryAsync(async actor =>
        {
            _watch = State.Watch(actor, snapshot => _ = InvokeAsync(() => Show(snapshot)));
            _snapshot = await State.GetAsync(actor);
            _partners = (await ReadPartners.ListAsync(actor)).ToDictionary(p => p.Id, p => p.Name);
            await ReadAsync(actor);
            _selected = TypedId.TryParse<TipId>(TipText, out var wanted) ? _queue.Shown.FirstOrDefault(t => t.Id == wanted) : null;
            _isRead = true;
            Show(_snapshot);
        });
        _subscription = Feed.Subscribe("tips page", Interval, happened =>
            happened.Any(e => e is TipArrived or TipReviewed) ? InvokeAsync(ReloadAsync) : Task.CompletedTask);
    }

    // After the render: the map then knows what the panel covers.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_map is null || _goTo is not { } bounds)
            return;
        _goTo = null;
        await _map.FitToAsync(bounds);
    }

    private string? PartnerName(TipSummary tip) => tip.PartnerId is { } id ? _partners.GetValueOrDefault(id) : null;

    private async Task ReloadAsync()
    {
        // Whoever may no longer review tips sees no more of them, also when nothing is clicked.
        if (await MayAsync(Permission.ReviewTips))
            await ReadAsync(await Current.GetAsync());
        else
            Empty();
        Show(_snapshot);
    }

    private void Empty()
    {
        _selected = null;
        _queue.Update([], null);
    }

    private async Task ReadAsync(Actor actor)
    {
        var tips = await Read.ListAsync(actor, _filter.Alert, _filter.Review);
        // What is being looked at is known anew even when it has left the filter.
        if (_selected is { } looked && tips.All(t => t.Id != looked.Id))
            _selected = (await Read.ListAsync(actor, looked.AlertId)).FirstOrDefault(t => t.Id == looked.Id) ?? looked;
        else if (_selected is not null)
            _selected = tips.First(t => t.Id == _selected.Id);
        _queue.Update([.. tips.Where(t => _filter.Kind is null || t.Kind == _filter.Kind)], _selected);
    }

    private void Show(MapSnapshot snapshot)
    {
        _snapshot = snapshot;
        _alert = snapshot.Find(_selected?.AlertId);
        // One alert at a time when one is looked at: its circles and tips are what counts.
        var shown = snapshot.Find(_filter.Alert) is { } only ? new MapSnapshot([only]) : snapshot;
        _layers = [.. AlertLayers.Of(shown, MapWords), .. _preview is null ? [] : new MapLayer[] { _preview }];
        StateHasChanged();
    }

    private async Task FilterAsync(TipFilter filter)
    {
        _filter = filter;
        _queue.Update([], null);
        await TryAsync(ReadAsync);
        _queue.ShowAll();
        Show(_snapshot);
    }

    private Task SelectAsync(TipSummary tip)
    {
        (_selected, _preview) = (tip, null);
        Show(_snapshot);
        _goTo = tip is { Latitude: { } latitude, Longitude: { } longitude } ? MapBounds.Around(new(latitude, longitude), 40_000)
            : _alert is { } alert ? MapBounds.Around(alert.MainCircle.Centre, Math.Max(20_000, alert.MainCircle.ExtentMetres))
            : null;
        return Task.CompletedTask;
    }

    private async Task OnLayerSelectedAsync(string layer)
    {
        if (layer.Split(':') is not ["tip", var text] || !TypedId.TryParse<TipId>(text, out var id))
            return;
        if (_queue.Shown.All(t => t.Id != id))
            _queue.ShowAll();
        if (_queue.Shown.FirstOrDefault(t => t.Id == id) is { } tip)
            await SelectAsync(tip);
        else if (_filter != new TipFilter(_filter.Alert))
        {
            // The dot is on the map although the filter hides its line: what was clicked counts.
            await FilterAsync(new TipFilter(_filter.Alert));
            if (_queue.Shown.FirstOrDefault(t => t.Id == id) is { } hidden)
                await SelectAsync(hidden);
        }
    }

    private async Task PreviewAsync(CircleLayer? circle)
    {
        _preview = circle;
        Show(_snapshot);
        if (circle is not null && _map is not null)
            await _map.FitToAsync(MapBounds.Around(circle.Centre, circle.RadiusMetres));
    }

    private Task CloseAsync()
    {
        (_selected, _preview) = (null, null);
        Show(_snapshot);
        return Task.CompletedTask;
    }

    private async Task DecidedAsync()
    {
        _preview = null;
        await ReloadAsync();
    }

    private Task OnKeyAsync(KeyboardEventArgs key) => key switch
    {
        { CtrlKey: true } or { AltKey: true } or { MetaKey: true } => Task.CompletedTask,
        { Key: "j" or "ArrowDown" } => MoveAsync(1),
        { Key: "k" or "ArrowUp" } => MoveAsync(-1),
        { Key: "v" } when _detail is not null => _detail.BeginVerifyAsync(),
        { Key: "d" } when _detail is not null => _detail.BeginDismissAsync(),
        { Key: "Escape" } when _selected is not null => CloseAsync(),
        _ => Task.CompletedTask,
    };

    private async Task MoveAsync(int step)
    {
        if (_queue.Move(_selected?.Id, step) is { } tip && tip.Id != _selected?.Id)
            await SelectAsync(tip);
    }
}
