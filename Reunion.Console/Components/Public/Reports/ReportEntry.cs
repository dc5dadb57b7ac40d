namespace Reunion.Console.Components.Public.Reports;

/// <summary>What stands in the report form, exactly as it was entered.</summary>
public sealed record ReportEntry
{
    public string Name { get; init; } = "";

    public string Sex { get; init; } = "";

    public string BirthDate { get; init; } = "";

    public string HeightCm { get; init; } = "";

    public string Clothing { get; init; } = "";

    public string Features { get; init; } = "";

    public string Place { get; init; } = "";

    public string Lat { get; init; } = "";

    public string Lon { get; init; } = "";

    public string LastSeenAt { get; init; } = "";

    public string Circumstances { get; init; } = "";

    public string ReporterName { get; init; } = "";

    public string ReporterPhone { get; init; } = "";

    /// <summary>Makes one report of a double click.</summary>
    public string Key { get; init; } = "";

    /// <summary>Whether a photo was chosen; a browser cannot be made to keep it.</summary>
    public bool HadPhoto { get; init; }
}
