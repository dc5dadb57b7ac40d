namespace Reunion.Core.Dispatch.Withdrawals;

/// <summary>When a partner that has not confirmed that a photo is down is reminded.</summary>
public static class ReminderSchedule
{
    // Counted from when the partner took the message before, so that one whose endpoint was down is not flooded when it is back.
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromHours(1), TimeSpan.FromHours(1), TimeSpan.FromHours(3), TimeSpan.FromHours(8), TimeSpan.FromHours(12),
        TimeSpan.FromHours(24), TimeSpan.FromHours(24),
    ];

    /// <summary>How often to look again at a partner that has not taken the message before.</summary>
    public static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(10);

    /// <summary>The most reminders of one withdrawal; after the last one a person has to call.</summary>
    public static int Most => Waits.Length;

    /// <summary>
    /// When the next reminder is due: never before the photo had to be down, and 1, 1, 3, 8, 12, 24 and 24 hours after the partner
    /// took the message before.
    /// </summary>
    /// <param name="dueAtUtc">Until when the photo must be down.</param>
    /// <param name="takenAtUtc">When the partner took the last message that the alert is over.</param>
    /// <param name="sent">How many reminders were sent, 0 or more.</param>
    /// <returns>The instant, or null when <see cref="Most"/> were sent.</returns>
    public static DateTimeOffset? NextAtUtc(DateTimeOffset dueAtUtc, DateTimeOffset takenAtUtc, int sent)
    {
        if (sent >= Most)
            return null;
        var next = takenAtUtc + Waits[sent];
        return next > dueAtUtc ? next : dueAtUtc;
    }
}
