using Reunion.Core.Common;

namespace Reunion.Core.Dispatch.Health;

/// <summary>What the attempts of one hour to one partner came to, so that nobody counts a million of them to show how it does.</summary>
/// <remarks>Written with the attempts it counts. Each newer hour begins with the last contact of the one before.</remarks>
public sealed class AttemptHour
{
    /// <summary>The partner.</summary>
    public required PartnerId PartnerId { get; init; }

    /// <summary>When the hour began.</summary>
    public required DateTimeOffset HourUtc { get; init; }

    /// <summary>Messages that were posted, all modes together.</summary>
    public int Attempts { get; set; }

    /// <summary>Those that the partner took.</summary>
    public int Delivered { get; set; }

    /// <summary>How long they took, as <see cref="DurationCounts"/> keeps it.</summary>
    public byte[] Durations { get; set; } = [];

    /// <summary>What the newest of them came to: an HTTP status, or a word such as <c>timeout</c>.</summary>
    public string LastResult { get; set; } = "";

    /// <summary>When the newest of them came to its end.</summary>
    public DateTimeOffset LastAttemptAtUtc { get; set; }

    /// <summary>When the partner last took a message, in this hour or before it; null when it never did.</summary>
    public DateTimeOffset? LastDeliveredAtUtc { get; set; }
}
