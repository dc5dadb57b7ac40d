namespace Reunion.Core.Dispatch.Outbox;

/// <summary>Messages that wait for the same reason.</summary>
/// <param name="Reason">Why.</param>
/// <param name="LastResult">What their last attempt came to; empty when they were never tried.</param>
/// <param name="Count">How many messages.</param>
/// <param name="SinceUtc">When the oldest of them was made.</param>
/// <param name="NextAttemptAtUtc">When the first of them is tried again, if nothing else holds it.</param>
public sealed record PendingGroup(PendingReason Reason, string LastResult, int Count, DateTimeOffset SinceUtc, DateTimeOffset NextAttemptAtUtc);
