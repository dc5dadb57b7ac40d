namespace Reunion.Console.Api.Presence;

/// <summary>What became of a batch of positions.</summary>
/// <param name="Accepted">How many were taken.</param>
/// <param name="Rejected">How many were not.</param>
/// <param name="Errors">The first 100 that were not.</param>
/// <param name="Epoch">When it differs from the one before, positions were lost: send them all again.</param>
internal sealed record PresenceAnswer(int Accepted, int Rejected, IReadOnlyList<PositionProblem> Errors, string Epoch);
