namespace Reunion.Console.Demo;

/// <summary>What an app reads of an alert.</summary>
internal sealed record HeardAlert(string AlertId, string Status, int Revision, HeardPoint LastSeen, IReadOnlyList<HeardCircle> Circles);
