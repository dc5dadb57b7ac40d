namespace Reunion.Core.Dispatch.Webhooks;

/// <summary>What one attempt to hand a message over came to.</summary>
/// <param name="Result">An HTTP status as text, or a word: <c>timeout</c>, <c>refused</c>, <c>address_not_allowed</c>, <c>circuit_open</c>.</param>
/// <param name="IsDelivered">Whether the partner answered 2xx.</param>
/// <param name="IsGone">Whether it answered 410.</param>
/// <param name="RetryAfter">What it asked for, if it did.</param>
/// <param name="Duration">How long it took.</param>
public sealed record AttemptResult(string Result, bool IsDelivered, bool IsGone, TimeSpan? RetryAfter, TimeSpan Duration)
{
    /// <summary>The HTTP status; null when there was no answer.</summary>
    public int? Status { get; init; }

    /// <summary>The first bytes of the answer as text; null when there was none.</summary>
    public string? Answer { get; init; }

    /// <summary>The address that was tried; null when the partner has none for the message.</summary>
    public string? EndpointUsed { get; init; }
}
