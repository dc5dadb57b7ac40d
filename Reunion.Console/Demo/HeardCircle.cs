namespace Reunion.Console.Demo;

/// <summary>A circle as an app reads it.</summary>
internal sealed record HeardCircle(string CircleId, HeardPoint Center, double RadiusMetres);
