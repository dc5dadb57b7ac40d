namespace Reunion.Core.Tips.Export;

/// <summary>What kind of file tips are written to.</summary>
public enum ExportFormat
{
    /// <summary>A table for other programs: all words, no pictures.</summary>
    Csv,

    /// <summary>Pages to print and to file, with the photos.</summary>
    Pdf,
}
