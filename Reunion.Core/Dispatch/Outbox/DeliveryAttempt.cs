using Reunion.Core.Common;

namespace Reunion.Core.Dispatch.Outbox;

/// <summary>One try to hand a message over.</summary>
public sealed class DeliveryAttempt
{
    /// <summary>The order of attempts.</summary>
    public long Id { get; init; }

    /// <summary>The message.</summary>
    public required MessageId DeliveryId { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset AtUtc { get; init; }

    /// <summary>How long it took, in milliseconds.</summary>
    public required int DurationMilliseconds { get; init; }

    /// <summary>What it came to: an HTTP status, or a word such as <c>timeout</c>.</summary>
    public required string Result { get; init; }

    /// <summary>The HTTP status; null when there was no answer.</summary>
    public int? Status { get; init; }

    /// <summary>The first KiB of the answer as text without control characters; null when there was none.</summary>
    public string? Answer { get; init; }

    /// <summary>The address that was tried; null when the partner has none for the message.</summary>
    public string? EndpointUsed { get; init; }
}
