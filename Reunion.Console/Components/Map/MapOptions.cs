namespace Reunion.Console.Components.Map;

/// <summary>What the script needs to make a map.</summary>
internal sealed record MapOptions(
    string WorldUrl,
    string CoastUrl,
    string CitiesUrl,
    string Language,
    MapTheme? Theme,
    string Label,
    MapTexts Texts,
    MapBounds View,
    MapInsets Insets,
    bool TellsView,
    string? TileUrl,
    TileDatum TileDatum,
    string? TileAttribution);
