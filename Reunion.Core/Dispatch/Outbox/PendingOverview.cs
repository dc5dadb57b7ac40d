namespace Reunion.Core.Dispatch.Outbox;

/// <summary>What waits for a partner.</summary>
/// <param name="Groups">By reason, the longest waiting first; empty when nothing waits.</param>
/// <param name="IsCircuitOpen">Whether nothing is tried for a few seconds because many messages failed.</param>
/// <param name="PausedAtUtc">Since when an operator holds what is sent to the partner; null while nothing is held.</param>
public sealed record PendingOverview(IReadOnlyList<PendingGroup> Groups, bool IsCircuitOpen, DateTimeOffset? PausedAtUtc);
