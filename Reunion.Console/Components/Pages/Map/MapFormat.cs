using Microsoft.Extensions.Localization;
using Reunion.Console.Resources;

namespace Reunion.Console.Components.Pages.Map;

/// <summary>Numbers as the map writes them.</summary>
public static class MapFormat
{
    /// <summary>A distance in kilometres from one kilometre on, in metres below.</summary>
    public static string Distance(double metres, IStringLocalizer<LiveMapText> text) =>
        metres >= 1000 ? text["Km", metres / 1000] : text["Metres", metres];
}
