using Reunion.Core.Common;

namespace Reunion.Core.Dispatch.Health;

/// <summary>How a partner does, at a glance.</summary>
/// <param name="Partner">The partner.</param>
/// <param name="Phones">Phones whose position is known now.</param>
/// <param name="LastReportAtUtc">When positions last came; null when none have since this process began.</param>
/// <param name="Hours">The hours of <see cref="ReadHealth.Window"/>, oldest first; the last one is running.</param>
/// <param name="MedianMilliseconds">What half of the attempts of those hours stayed within, in milliseconds; null without attempts.</param>
/// <param name="P99Milliseconds">What 99% of them stayed within, in milliseconds; null without attempts.</param>
/// <param name="Pending">Messages that it has not taken yet.</param>
/// <param name="OldestPendingAtUtc">When the oldest of them was made; null when there is none.</param>
/// <param name="IsCircuitOpen">Whether nothing is tried for a while because messages kept failing.</param>
/// <param name="LastResult">What the newest attempt came to; null when nothing was ever posted.</param>
/// <param name="LastAttemptAtUtc">When it did.</param>
/// <param name="LastDeliveredAtUtc">When the partner last took a message; null when it never did.</param>
public sealed record PartnerHealth(
    PartnerId Partner, long Phones, DateTimeOffset? LastReportAtUtc, IReadOnlyList<HourFigure> Hours, double? MedianMilliseconds,
    double? P99Milliseconds, int Pending, DateTimeOffset? OldestPendingAtUtc, bool IsCircuitOpen, string? LastResult,
    DateTimeOffset? LastAttemptAtUtc, DateTimeOffset? LastDeliveredAtUtc)
{
    /// <summary>Messages that were posted within the window.</summary>
    public int Attempts => Hours.Sum(h => h.Attempts);

    /// <summary>The share of them that the partner took, 0 to 1; null without attempts.</summary>
    public double? SuccessRate => Attempts == 0 ? null : (double)Hours.Sum(h => h.Delivered) / Attempts;

    /// <summary>When it was last heard of: it took a message, or sent positions. Null when it never was.</summary>
    public DateTimeOffset? LastContactAtUtc =>
        LastReportAtUtc is { } report && !(LastDeliveredAtUtc > report) ? report : LastDeliveredAtUtc;
}
