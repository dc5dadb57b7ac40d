namespace Reunion.Console.Resources;

/// <summary>Names the texts about cases and their alerts.</summary>
public sealed class CasesText;
