using Microsoft.EntityFrameworkCore;
using Reunion.Core.Alerts;
using Reunion.Core.Common;
using Reunion.Core.Dispatch.Rings;
using Reunion.Core.Storage;

namespace Reunion.Core.Dispatch.Outbox;

/// <summary>Picks what may be sent to a partner now.</summary>
internal static class DueMessages
{
    /// <summary>
    /// Messages about an alert go in order, one at a time; its batches may go side by side, but only after the message that it
    /// was issued was taken, and only while it is live.
    /// </summary>
    public static async Task<IReadOnlyList<OutgoingMessage>> NextAsync(
        ReunionDbContext db, PartnerId partner, IReadOnlyCollection<AlertMode> modes, DateTimeOffset now, int most, CancellationToken cancel)
    {
        var pending = Pending(db, partner, modes).AsNoTracking();
        var told = await pending.Where(d => d.AlertId != null && d.Type != MessageType.AlertRecipients)
            .OrderBy(d => d.Order).ThenBy(d => d.Id).ToListAsync(cancel);
        var first = told.DistinctBy(d => d.AlertId).Where(d => d.NextAttemptAtUtc <= now).Take(most).ToList();

        // Only what must come first holds phones back: a partner that stumbles over an update still tells its phones.
        var waiting = told.Where(d => d.Type is MessageType.AlertIssued or MessageType.AlertEnded).Select(d => d.AlertId).Distinct().ToList();
        var batches = await pending
            .Where(d => d.Type == MessageType.AlertRecipients && d.NextAttemptAtUtc <= now && !waiting.Contains(d.AlertId))
            .Where(d => db.Set<Alert>().Any(a => a.Id == d.AlertId && a.Status == AlertStatus.Live))
            .OrderBy(d => d.Order).ThenBy(d => d.Id).Take(most - first.Count)
            .Join(db.Set<RecipientBatch>(), d => d.Id, b => b.DeliveryId, (d, b) => new { Delivery = d, Batch = b })
            .ToListAsync(cancel);

        // What came of tips waits for alerts: hundreds of reviews must not hold back a child's alert.
        var others = await pending.Where(d => d.AlertId == null && d.NextAttemptAtUtc <= now)
            .OrderBy(d => d.Id).Take(most - first.Count - batches.Count).ToListAsync(cancel);
        return
        [
            .. first.Select(d => new OutgoingMessage(d, null)),
            .. batches.OrderBy(x => x.Delivery.Order).Select(x => new OutgoingMessage(x.Delivery, x.Batch)),
            .. others.Select(d => new OutgoingMessage(d, null)),
        ];
    }

    /// <summary>Messages that alerts are over, which are all that a suspended, paused or removed partner is sent.</summary>
    public static async Task<IReadOnlyList<OutgoingMessage>> NextEndsAsync(
        ReunionDbContext db, PartnerId partner, IReadOnlyCollection<AlertMode> modes, DateTimeOffset now, int most, CancellationToken cancel) =>
        await Pending(db, partner, modes).AsNoTracking()
            .Where(d => d.Type == MessageType.AlertEnded && d.NextAttemptAtUtc <= now)
            .OrderBy(d => d.Id).Take(most).Select(d => new OutgoingMessage(d, null)).ToListAsync(cancel);

    /// <summary>When the next pending message is due that nothing holds back, or null when none is.</summary>
    public static async Task<DateTimeOffset?> NextDueAsync(
        ReunionDbContext db, PartnerId partner, IReadOnlyCollection<AlertMode> modes, CancellationToken cancel)
    {
        var pending = Pending(db, partner, modes);
        // What waits for another message is looked at when that one was taken.
        return await pending
            .Where(d => d.AlertId == null || !pending.Any(before => before.AlertId == d.AlertId && (d.Type == MessageType.AlertRecipients
                ? before.Type == MessageType.AlertIssued || before.Type == MessageType.AlertEnded
                : before.Type != MessageType.AlertRecipients && before.Order < d.Order)))
            .OrderBy(d => d.NextAttemptAtUtc).Select(d => (DateTimeOffset?)d.NextAttemptAtUtc).FirstOrDefaultAsync(cancel);
    }

    // All messages about an alert have its mode, so none of another mode comes before them.
    private static IQueryable<Delivery> Pending(ReunionDbContext db, PartnerId partner, IReadOnlyCollection<AlertMode> modes) =>
        db.Set<Delivery>().Where(d => d.PartnerId == partner && d.Status == DeliveryStatus.Pending && modes.Contains(d.Mode));
}
