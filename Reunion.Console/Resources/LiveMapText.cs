namespace Reunion.Console.Resources;

/// <summary>Names the texts of the live map.</summary>
public sealed class LiveMapText;
