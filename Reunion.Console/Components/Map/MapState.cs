using Reunion.Core.Geography;

namespace Reunion.Console.Components.Map;

/// <summary>What a map in the browser shows now, so that only differences are sent. Each Take says whether there is one.</summary>
internal sealed class MapState
{
    private Dictionary<string, MapLayer> _layers = [];
    private MapTheme? _theme;
    private string? _language;
    private MapInsets? _insets;
    private bool _picking;

    public GeoPoint? Pick { get; set; }

    public bool Shows(string id) => _layers.ContainsKey(id);

    public void Started(MapTheme? theme, string language, MapInsets insets) => (_theme, _language, _insets) = (theme, language, insets);

    public bool TakeTheme(MapTheme? theme) => Take(ref _theme, theme);

    public bool TakeLanguage(string language) => Take(ref _language, language);

    public bool TakeInsets(MapInsets insets) => Take(ref _insets, insets);

    public bool TakePicking(bool picking) => Take(ref _picking, picking);

    public bool TakePick(GeoPoint? pick)
    {
        var changed = Pick != pick;
        Pick = pick;
        return changed;
    }

    /// <summary>The layers that are new or different, or null when nothing has changed; of two with one id the later counts.</summary>
    public IReadOnlyList<MapLayer>? TakeLayers(IReadOnlyList<MapLayer> layers)
    {
        var wanted = new Dictionary<string, MapLayer>(layers.Count);
        foreach (var layer in layers)
            wanted[layer.Id] = layer;
        var changed = wanted.Values.Where(l => !_layers.TryGetValue(l.Id, out var shown) || !l.Equals(shown)).ToList();
        var gone = _layers.Keys.Any(id => !wanted.ContainsKey(id));
        _layers = wanted;
        return changed.Count > 0 || gone ? changed : null;
    }

    private static bool Take<T>(ref T shown, T wanted)
    {
        var changed = !EqualityComparer<T>.Default.Equals(shown, wanted);
        shown = wanted;
        return changed;
    }
}
