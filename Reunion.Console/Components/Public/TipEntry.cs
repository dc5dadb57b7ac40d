namespace Reunion.Console.Components.Public;

/// <summary>What stands in the tip form, exactly as it was entered.</summary>
public sealed record TipEntry
{
    public string Kind { get; init; } = "sighting";

    public string Text { get; init; } = "";

    public string SeenAt { get; init; } = "";

    public string Lat { get; init; } = "";

    public string Lon { get; init; } = "";

    public string Place { get; init; } = "";

    public string Contact { get; init; } = "";

    /// <summary>The receipt code of an earlier tip.</summary>
    public string EarlierReceipt { get; init; } = "";

    /// <summary>Made anew with each page, so that a double click is one tip.</summary>
    public string Key { get; init; } = Guid.NewGuid().ToString("n");

    /// <summary>Whether photos were chosen; a browser cannot be made to keep them.</summary>
    public bool HadPhotos { get; init; }
}
