namespace Reunion.Core.Geography.Places;

/// <summary>Settings under <c>Reunion:Gazetteer</c>.</summary>
public sealed class GazetteerOptions
{
    /// <summary>The configuration section these settings are read from.</summary>
    public const string Section = "Reunion:Gazetteer";

    /// <summary>The file of places; by default <c>gazetteer/places.tsv</c> beside the program.</summary>
    public string File { get; set; } = Path.Combine(AppContext.BaseDirectory, "gazetteer", "places.tsv");
}
