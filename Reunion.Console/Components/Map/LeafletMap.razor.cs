using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Reunion.Core.Geography;

namespace Reunion.Console.Components.Map;

/// <summary>A map that fills its container: draws layers, tells what was picked and selected.</summary>
public sealed partial class LeafletMap : IAsyncDisposable
{
    private readonly MapState _sent = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ElementReference _element;
    private DotNetObjectReference<LeafletMap>? _self;
    private IJSObjectReference? _module;
    private IJSObjectReference? _map;
    private Task _sync = Task.CompletedTask;
    private bool _stale;
    private bool _failed;
    private bool _disposed;

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [Inject]
    private ILogger<LeafletMap> Log { get; set; } = null!;

    /// <summary>What a screen reader calls the map.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>All that is to be shown; only what changed since the last render is sent.</summary>
    [Parameter]
    public IReadOnlyList<MapLayer> Layers { get; set; } = [];

    /// <summary>What the map shows at first; afterwards use <see cref="FitToAsync"/>.</summary>
    [Parameter]
    public MapBounds View { get; set; } = MapBounds.China;

    /// <summary>What panels cover.</summary>
    [Parameter]
    public MapInsets Insets { get; set; } = new();

    /// <summary>Whether a click picks a place; the pin can then be dragged, and Enter picks the middle of the map.</summary>
    [Parameter]
    public bool Picking { get; set; }

    /// <summary>The place picked, shown as a pin.</summary>
    [Parameter]
    public GeoPoint? Pick { get; set; }

    /// <summary>A place was picked, in WGS-84.</summary>
    [Parameter]
    public EventCallback<GeoPoint> PickChanged { get; set; }

    /// <summary>A circle, marker or tip was chosen, by its id.</summary>
    [Parameter]
    public EventCallback<string> OnSelect { get; set; }

    /// <summary>
    /// A handle is being moved. While the answer to one place is being worked out the next waits, and only the latest is told.
    /// </summary>
    [Parameter]
    public EventCallback<HandleMove> OnMove { get; set; }

    /// <summary>
    /// What the map shows, as soon as it is there and whenever it has come to rest. While the answer to one is being worked out
    /// the next waits, and only the latest is told.
    /// </summary>
    [Parameter]
    public EventCallback<MapView> OnView { get; set; }

    /// <summary>The theme; the page's when null.</summary>
    [Parameter]
    public MapTheme? Theme { get; set; }

    /// <summary>The language of place names, <c>zh</c> or <c>en</c>; the circuit's when null.</summary>
    [Parameter]
    public string? Language { get; set; }

    /// <summary>A raster tile URL template in place of the built-in base map.</summary>
    [Parameter]
    public string? TileUrl { get; set; }

    /// <summary>The datum of those tiles.</summary>
    [Parameter]
    public TileDatum TileDatum { get; set; }

    /// <summary>Whom those tiles are from.</summary>
    [Parameter]
    public string? TileAttribution { get; set; }

    [Parameter(CaptureUnmatchedValues = true)]
    public IReadOnlyDictionary<string, object>? Attributes { get; set; }

    private string ShownLanguage => Language ?? CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>Brings a box into view, as soon as the map is there.</summary>
    public Task FitToAsync(MapBounds bounds) => CallWhenReadyAsync("fitTo", bounds);

    /// <summary>Brings a box into view, unless the reader has moved the map since it was last fitted.</summary>
    public Task FollowAsync(MapBounds bounds) => CallWhenReadyAsync("follow", bounds);

    /// <summary>Brings layers into view; all of them when none is named.</summary>
    public Task FitToLayersAsync(params string[] ids) => CallWhenReadyAsync("fitToLayers", ids.Length == 0 ? null : (object)ids);

    /// <summary>Moves to a place.</summary>
    public Task FlyToAsync(GeoPoint point, double zoom = 10) => CallWhenReadyAsync("flyTo", point.Latitude, point.Longitude, zoom);

    public async ValueTask DisposeAsync()
    {
        _disposed = true;
        _ready.TrySetResult();
        if (_map is not null)
            await TryAsync(() => _map.InvokeVoidAsync("dispose"));
        if (_map is not null)
            await TryAsync(_map.DisposeAsync);
        if (_module is not null)
            await TryAsync(_module.DisposeAsync);
        _self?.Dispose();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
            await StartAsync();
        await SyncAsync();
        if (firstRender)
            _ready.TrySetResult();
    }

    private async Task StartAsync()
    {
        _self = DotNetObjectReference.Create(this);
        var started = await TryAsync(async () =>
        {
            _module = await Script.InvokeAsync<IJSObjectReference>("import", "./" + Assets["assets/map.js"]);
            _map = await _module.InvokeAsync<IJSObjectReference>("createMap", _element, StartOptions(), _self);
        });
        if (started || _disposed)
            return;
        _failed = true;
        StateHasChanged();
    }

    private MapOptions StartOptions()
    {
        _sent.Started(Theme, ShownLanguage, Insets);
        return new MapOptions(
            Assets["assets/world.json"], Assets["assets/coast.json"], Assets["assets/cities.json"],
            ShownLanguage, Theme, Label, MapTexts.Current, View, Insets, OnView.HasDelegate, TileUrl, TileDatum, TileAttribution);
    }

    // Renders may come while the browser is still answering: one caller sends, the others say that there is more and wait for it.
    private Task SyncAsync()
    {
        _stale = true;
        if (_map is null)
            return Task.CompletedTask;
        if (_sync.IsCompleted)
            _sync = SendAllAsync();
        return _sync;
    }

    private async Task SendAllAsync()
    {
        while (_stale && !_disposed)
        {
            _stale = false;
            await SendChangesAsync();
        }
    }

    private async Task SendChangesAsync()
    {
        if (_sent.TakeTheme(Theme))
            await CallAsync("setTheme", Theme);
        if (_sent.TakeLanguage(ShownLanguage))
            await CallAsync("setLanguage", ShownLanguage);
        if (_sent.TakeInsets(Insets))
            await CallAsync("setInsets", Insets);
        if (_sent.TakeLayers(Layers) is { } changed)
            await CallAsync("update", changed, Layers.Select(l => l.Id), Clock.GetUtcNow().ToUnixTimeMilliseconds());
        if (_sent.TakePicking(Picking))
            await CallAsync("setPicking", Picking);
        if (_sent.TakePick(Pick))
            await CallAsync("setPick", Pick is { } pick ? new { Lat = pick.Latitude, Lon = pick.Longitude } : null);
    }

    private async Task CallWhenReadyAsync(string function, params object?[] values)
    {
        await _ready.Task;
        if (!_disposed)
            await CallAsync(function, values);
    }

    private Task CallAsync(string function, params object?[] values) =>
        _map is null ? Task.CompletedTask : TryAsync(() => _map.InvokeVoidAsync(function, values));

    private async Task<bool> TryAsync(Func<ValueTask> call)
    {
        try
        {
            await call();
            return true;
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException or ObjectDisposedException)
        {
            // The browser went away; there is nothing to draw on.
            return false;
        }
        catch (JSException error)
        {
            Log.LogWarning(error, "The map's script failed");
            return false;
        }
    }
}
