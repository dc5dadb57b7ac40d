using Reunion.Core.Common;
using Reunion.Core.Storage;

namespace Reunion.Core.Dispatch.Withdrawals;

/// <summary>What a partner was asked when an alert ended, and whether it did it: take the child's photo down.</summary>
public sealed class PhotoWithdrawal : IVersioned
{
    /// <summary>The alert.</summary>
    public required AlertId AlertId { get; init; }

    /// <summary>The partner.</summary>
    public required PartnerId PartnerId { get; init; }

    /// <summary>When the message that asks for it was committed.</summary>
    public required DateTimeOffset AskedAtUtc { get; init; }

    /// <summary>Until when the photo must be down; the message says the same.</summary>
    public required DateTimeOffset DueAtUtc { get; init; }

    /// <summary>When the partner said first that the photo is down; null until then.</summary>
    public DateTimeOffset? ConfirmedAtUtc { get; set; }

    /// <summary>Who took its word on the telephone; null when it said so itself, or not yet.</summary>
    public string? ConfirmedByName { get; set; }

    /// <summary>How many reminders were committed, 0 to <see cref="ReminderSchedule.Most"/>.</summary>
    public int Reminders { get; set; }

    /// <summary>When the last of them was committed.</summary>
    public DateTimeOffset? LastReminderAtUtc { get; set; }

    /// <summary>When to look whether a reminder is due; null when none will be.</summary>
    public DateTimeOffset? LookAtUtc { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}
