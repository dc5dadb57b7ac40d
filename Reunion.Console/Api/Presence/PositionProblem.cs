namespace Reunion.Console.Api.Presence;

/// <summary>A position that was not taken.</summary>
/// <param name="Index">Which one in the body, from 0; blank lines are not counted.</param>
/// <param name="Code">Why.</param>
internal sealed record PositionProblem(int Index, string Code);
