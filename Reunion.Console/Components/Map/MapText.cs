using System.Globalization;
using System.Resources;

namespace Reunion.Console.Components.Map;

/// <summary>The map's own words, in the language of the circuit.</summary>
internal static class MapText
{
    private static readonly ResourceManager Resources = new(typeof(MapText));

    public static string Failed => Text(nameof(Failed));

    public static string Pin => Text(nameof(Pin));

    public static string Tips => Text(nameof(Tips));

    public static string ZoomIn => Text(nameof(ZoomIn));

    public static string ZoomOut => Text(nameof(ZoomOut));

    private static string Text(string name) => Resources.GetString(name, CultureInfo.CurrentUICulture) ?? name;
}
