namespace Reunion.Console.Components.Map;

/// <summary>Pixels at each side of a map that panels cover: what is brought into view stays clear of them.</summary>
public sealed record MapInsets(int Top = 0, int Right = 0, int Bottom = 0, int Left = 0);
