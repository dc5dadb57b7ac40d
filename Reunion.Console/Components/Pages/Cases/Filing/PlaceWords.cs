using System.Globalization;
using Microsoft.Extensions.Localization;
using Reunion.Console.Resources;
using Reunion.Core.Geography;
using Reunion.Core.Geography.Places;

namespace Reunion.Console.Components.Pages.Cases.Filing;

/// <summary>Describes a point by the nearest place that has a name.</summary>
/// <param name="places">Finds it.</param>
/// <param name="text">The words round it.</param>
public sealed class PlaceWords(Gazetteer places, IStringLocalizer<CasesText> text)
{
    private const double WithinMetres = 2_000;

    /// <summary>The place's name, with distance and direction when the point lies outside it; empty when nothing is near.</summary>
    public string Describe(GeoPoint point)
    {
        if (places.Nearest(point) is not { } near)
            return "";
        var name = near.Place.FullNameIn(CultureInfo.CurrentUICulture);
        return near.DistanceMetres < WithinMetres
            ? name
            : text["PlaceAway", name, text.KilometresWord(near.DistanceMetres), text["Dir" + near.Direction].Value];
    }
}
