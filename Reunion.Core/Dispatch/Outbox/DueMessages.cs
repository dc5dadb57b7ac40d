using Microsoft.EntityFrameworkCore;
using Reunion.Core.Alerts;
using Reunion.Core.Dispatch.Rings;
using Reunion.Core.Storage;

namespace Reunion.Core.Dispatch.Outbox;

/// <summary>Picks what may be sent to a partner now.</summary>
internal static class DueMessages
{
    /// <summary>
    /// Messages about an alert go in order, one at a time; its batches may go side by side, but only after the message that it
    /// was issued was taken, and only while it is live. Actual alerts go before drills.
    /// </summary>
    public static async Task<IReadOnlyList<OutgoingMessage>> NextAsync(ReunionDbContext db, DueQuestion asked, CancellationToken cancel)
    {
        var pending = Pending(db, asked);
        var told = await pending.Where(d => d.AlertId != null && d.Type != MessageType.AlertRecipients)
            .OrderBy(d => d.Order).ThenBy(d => d.Id).ToListAsync(cancel);
        var first = told.DistinctBy(d => d.AlertId).Where(asked.MayGo).OrderBy(d => d.Mode != AlertMode.Actual).Take(asked.Most).ToList();

        // Only what must come first holds phones back: a partner that stumbles over an update still tells its phones.
        var waiting = told.Where(d => d.Type is MessageType.AlertIssued or MessageType.AlertEnded).Select(d => d.AlertId).Distinct().ToList();
        var due = Due(pending, asked);
        var batches = await due
            .Where(d => d.Type == MessageType.AlertRecipients && !waiting.Contains(d.AlertId))
            .Where(d => db.Set<Alert>().Any(a => a.Id == d.AlertId && a.Status == AlertStatus.Live))
            .OrderBy(d => d.Mode != AlertMode.Actual).ThenBy(d => d.Order).ThenBy(d => d.Id).Take(asked.Most - first.Count)
            .Join(db.Set<RecipientBatch>(), d => d.Id, b => b.DeliveryId, (d, b) => new { Delivery = d, Batch = b })
            .ToListAsync(cancel);

        // What came of tips waits for alerts: hundreds of reviews must not hold back a child's alert.
        var others = await due.Where(d => d.AlertId == null)
            .OrderBy(d => d.Id).Take(asked.Most - first.Count - batches.Count).ToListAsync(cancel);
        return
        [
            .. first.Select(d => new OutgoingMessage(d, null)),
            .. batches.OrderBy(x => x.Delivery.Order).Select(x => new OutgoingMessage(x.Delivery, x.Batch)),
            .. others.Select(d => new OutgoingMessage(d, null)),
        ];
    }

    /// <summary>Messages that alerts are over, which are all that a suspended, paused or removed partner is sent.</summary>
    public static async Task<IReadOnlyList<OutgoingMessage>> NextEndsAsync(ReunionDbContext db, DueQuestion asked, CancellationToken cancel)
    {
        var ends = await Pending(db, asked).Where(d => d.Type == MessageType.AlertEnded).OrderBy(d => d.Id).ToListAsync(cancel);
        return [.. ends.Where(asked.MayGo).Take(asked.Most).Select(d => new OutgoingMessage(d, null))];
    }

    /// <summary>When the next pending message is due that nothing holds back and that is not on its way, or null when none is.</summary>
    public static async Task<DateTimeOffset?> NextDueAsync(ReunionDbContext db, DueQuestion asked, CancellationToken cancel)
    {
        var pending = Pending(db, asked);
        var (isOnlyRetries, inFlight) = (asked.IsOnlyRetries, asked.InFlight.Select(d => d.Id).ToList());
        // What waits for another message is looked at when that one was taken.
        return await pending
            .Where(d => !inFlight.Contains(d.Id) && (!isOnlyRetries || d.Attempts > 0))
            .Where(d => d.AlertId == null || !pending.Any(before => before.AlertId == d.AlertId && (d.Type == MessageType.AlertRecipients
                ? before.Type == MessageType.AlertIssued || before.Type == MessageType.AlertEnded
                : before.Type != MessageType.AlertRecipients && before.Order < d.Order)))
            .OrderBy(d => d.NextAttemptAtUtc).Select(d => (DateTimeOffset?)d.NextAttemptAtUtc).FirstOrDefaultAsync(cancel);
    }

    // All messages about an alert have its mode, so none of another mode comes before them.
    private static IQueryable<Delivery> Pending(ReunionDbContext db, DueQuestion asked)
    {
        var (partner, modes) = (asked.Partner, asked.Modes);
        return db.Set<Delivery>().AsNoTracking().Where(d => d.PartnerId == partner && d.Status == DeliveryStatus.Pending && modes.Contains(d.Mode));
    }

    private static IQueryable<Delivery> Due(IQueryable<Delivery> pending, DueQuestion asked)
    {
        var (now, isOnlyRetries, inFlight) = (asked.Now, asked.IsOnlyRetries, asked.InFlight.Select(d => d.Id).ToList());
        return pending.Where(d => d.NextAttemptAtUtc <= now && !inFlight.Contains(d.Id) && (!isOnlyRetries || d.Attempts > 0));
    }
}
