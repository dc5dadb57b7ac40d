using Reunion.Core.Common;

namespace Reunion.Core.Dispatch.Outbox;

/// <summary>One message to a partner, without its body.</summary>
/// <param name="Id">Identifies the message.</param>
/// <param name="AlertId">The alert it is about, if any.</param>
/// <param name="Type">One of <see cref="MessageType"/>.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="CreatedAtUtc">When it was committed.</param>
/// <param name="DeliveredAtUtc">When the partner took it.</param>
/// <param name="NextAttemptAtUtc">When it is tried next, while it is pending.</param>
/// <param name="LastResult">What the last attempt came to; empty before the first.</param>
/// <param name="Attempts">How often it was tried.</param>
public sealed record DeliverySummary(
    MessageId Id, AlertId? AlertId, string Type, DeliveryStatus Status, DateTimeOffset CreatedAtUtc, DateTimeOffset? DeliveredAtUtc,
    DateTimeOffset NextAttemptAtUtc, string LastResult, int Attempts);
