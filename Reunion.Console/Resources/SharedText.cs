namespace Reunion.Console.Resources;

/// <summary>Names the texts that every screen uses.</summary>
public sealed class SharedText;
