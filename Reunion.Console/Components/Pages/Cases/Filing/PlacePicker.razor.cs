using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Reunion.Core.Cases;
using Reunion.Core.Geography;
using Reunion.Core.Geography.Places;

namespace Reunion.Console.Components.Pages.Cases.Filing;

/// <summary>The place in words, with places of the gazetteer to pick from.</summary>
public sealed partial class PlacePicker
{
    private const int MostSuggestions = 8;
    private ElementReference _element;
    private IReadOnlyList<Place> _found = [];
    private int _active = -1;
    private bool _swallowsEnter;
    private GeoPoint? _rough;

    [Inject]
    private Gazetteer Places { get; set; } = null!;

    /// <summary>A place of the gazetteer was picked.</summary>
    [Parameter]
    public EventCallback<Place> OnPick { get; set; }

    // The map's error stands here too: picking a place mends both.
    private string? Error =>
        Form.Errors[nameof(CaseFile.Place)] ?? Form.Errors[nameof(CaseFile.Latitude)] ?? Form.Errors[nameof(CaseFile.Longitude)];

    private string? ActiveId => _active >= 0 ? $"case-place-{_active}" : null;

    protected override void OnInitialized()
    {
        base.OnInitialized();
        foreach (var field in new[] { nameof(CaseFile.Place), nameof(CaseFile.Latitude), nameof(CaseFile.Longitude) })
            Form.Focus[field] = () => _element.FocusAsync();
    }

    private async Task TypeAsync(string? text)
    {
        var typed = text ?? "";
        Form.File.Place = typed;
        Form.Touch();
        // The first search reads the file.
        var found = await Task.Run(() => Places.Search(typed, MostSuggestions));
        if (Form.File.Place == typed)
            Show(found);
    }

    private async Task KeyAsync(KeyboardEventArgs e)
    {
        if (_found.Count == 0)
            return;
        switch (e.Key)
        {
            case "ArrowDown":
                Activate((_active + 1) % _found.Count);
                break;
            case "ArrowUp":
                Activate(_active <= 0 ? _found.Count - 1 : _active - 1);
                break;
            case "Enter" when _active >= 0:
                await PickAsync(_found[_active]);
                break;
            case "Escape":
                Show([]);
                break;
        }
    }

    private async Task PickAsync(Place place)
    {
        Show([]);
        Form.File.Place = place.FullNameIn(CultureInfo.CurrentUICulture);
        Form.SetPoint(place.Point);
        // Some districts are known by their city's centre only; a circle must not open there unseen.
        _rough = place.IsExact ? null : place.Point;
        await OnPick.InvokeAsync(place);
    }

    private void Leave()
    {
        Show([]);
        Form.Leave();
    }

    private void Show(IReadOnlyList<Place> found)
    {
        _found = found;
        Activate(-1);
    }

    private void Activate(int index) => (_active, _swallowsEnter) = (index, index >= 0);
}
