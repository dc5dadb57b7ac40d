namespace Reunion.Console.Api.Public.Pressure;

/// <summary>What a form must be worked for.</summary>
/// <param name="Challenge">The challenge; null while no work is asked for.</param>
internal sealed record ProofChallenge(string? Challenge);
