using Reunion.Core.Common;

namespace Reunion.Core.Dispatch.Outbox;

/// <summary>How a partner's outbox stands.</summary>
/// <param name="Partner">The partner.</param>
/// <param name="Pending">Messages that it has not taken yet.</param>
/// <param name="LastResult">What the newest attempt came to; null when nothing was ever tried.</param>
/// <param name="LastAttemptAtUtc">When that attempt began.</param>
public sealed record OutboxState(PartnerId Partner, int Pending, string? LastResult, DateTimeOffset? LastAttemptAtUtc);
