using System.Globalization;
using Microsoft.AspNetCore.Components;
using Reunion.Console.Components.Controls;
using Reunion.Console.Components.Map;
using Reunion.Core.Geography.Places;
using Reunion.Core.Partners;

namespace Reunion.Console.Components.Pages.Partners.Regions;

/// <summary>Where an app operates: circles around places, in words and on a map.</summary>
public sealed partial class RegionEditor
{
    private const int MostSuggestions = 6;
    private const double FirstRadiusMetres = 100_000;

    private LeafletMap? _map;
    private string _typed = "";
    private IReadOnlyList<Place> _found = [];
    private bool _fits;

    [Parameter, EditorRequired]
    public PartnerForm Form { get; set; } = new();

    [Parameter]
    public FieldErrors Errors { get; set; } = FieldErrors.None;

    [Inject]
    private Gazetteer Places { get; set; } = null!;

    private IReadOnlyList<MapLayer> Layers =>
        [.. Form.Regions.Index().Where(r => IsDrawn(r.Item)).Select(r => new CircleLayer($"region:{r.Index}", r.Item.Centre, r.Item.RadiusMetres, CircleTone.Preview))];

    private MapBounds View => Form.Regions.Where(IsDrawn).Select(r => MapBounds.Around(r.Centre, r.RadiusMetres))
        .Aggregate((MapBounds?)null, (all, one) => all?.With(one) ?? one) ?? MapBounds.China;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_fits || _map is null)
            return;
        _fits = false;
        await _map.FitToAsync(View);
    }

    private static bool IsDrawn(ServiceRegion region) => region.RadiusMetres is >= ServiceRegion.MinRadiusMetres and <= ServiceRegion.MaxRadiusMetres;

    private static string Kilometres(ServiceRegion region) => (region.RadiusMetres / 1000).ToString("0.###", CultureInfo.InvariantCulture);

    private async Task TypeAsync(string? text)
    {
        _typed = text ?? "";
        var typed = _typed;
        // The first search reads the file.
        var found = await Task.Run(() => Places.Search(typed, MostSuggestions));
        if (_typed == typed)
            _found = found;
    }

    private void Add(Place place)
    {
        Form.Regions.Add(new ServiceRegion(
            place.FullNameIn(CultureInfo.CurrentUICulture), place.Point.Latitude, place.Point.Longitude, FirstRadiusMetres));
        (_typed, _found, _fits) = ("", [], true);
    }

    // What is no number stands as 0 and is refused when it is saved.
    private void Resize(int index, string? written)
    {
        var kilometres = double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : 0;
        Form.Regions[index] = Form.Regions[index] with { RadiusMetres = kilometres * 1000 };
        _fits = true;
    }
}
