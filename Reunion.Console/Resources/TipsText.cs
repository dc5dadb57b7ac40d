namespace Reunion.Console.Resources;

/// <summary>Names the texts about reviewing tips.</summary>
public sealed class TipsText;
