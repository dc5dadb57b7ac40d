namespace Reunion.Core.Tips;

/// <summary>Somebody who may review tips.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Name">The name that colleagues see.</param>
public sealed record Reviewer(string AccountId, string Name);
