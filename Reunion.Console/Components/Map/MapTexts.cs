namespace Reunion.Console.Components.Map;

/// <summary>The words that the script shows.</summary>
internal sealed record MapTexts(string ZoomIn, string ZoomOut, string Pin, string Tips)
{
    /// <summary>In the language of the circuit.</summary>
    public static MapTexts Current => new(MapText.ZoomIn, MapText.ZoomOut, MapText.Pin, MapText.Tips);
}
