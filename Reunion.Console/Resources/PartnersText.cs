namespace Reunion.Console.Resources;

/// <summary>Names the texts about partners.</summary>
public sealed class PartnersText;
