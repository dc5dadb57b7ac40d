using Microsoft.EntityFrameworkCore;
using Reunion.Core.Alerts;
using Reunion.Core.Alerts.Publishing;
using Reunion.Core.Common;
using Reunion.Core.Common.Problems;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Core.Live;
using Reunion.Core.Storage;

namespace Reunion.Core.Dispatch.Withdrawals;

/// <summary>Takes a partner's word that an ended alert's photo is down.</summary>
/// <param name="factory">Makes a context for each call.</param>
/// <param name="live">Tells open screens.</param>
/// <param name="clock">Gives the time.</param>
/// <remarks>Thread-safe. Also for suspended partners: they showed the photo, too.</remarks>
public sealed class ConfirmWithdrawal(IDbContextFactory<ReunionDbContext> factory, LiveFeed live, TimeProvider clock)
{
    private const int Tries = 5;

    /// <summary>Keeps that the photo is down and takes back reminders on their way; said again changes nothing.</summary>
    /// <param name="partner">Who says so.</param>
    /// <param name="alert">The alert; it must have ended, and the partner must have been told of it.</param>
    /// <param name="cancel">Stops before the commit.</param>
    /// <exception cref="ProblemException"><c>not_found</c> or <c>alert_not_ended</c>.</exception>
    public async Task ExecuteAsync(PartnerId partner, AlertId alert, CancellationToken cancel = default)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                if (await ConfirmAsync(partner, alert, cancel))
                    live.Publish(new DeliveryProgressed(alert, partner));
                return;
            }
            catch (ProblemException e) when (e.Kind == ProblemKind.Conflict && e.Code == ProblemException.Changed().Code && tries < Tries)
            {
                // A reminder, or the asking itself, was committed at the same moment: look again.
            }
        }
    }

    private async Task<bool> ConfirmAsync(PartnerId partner, AlertId id, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var deliveries = db.Set<Delivery>().Where(d => d.AlertId == id && d.PartnerId == partner);
        if (!await deliveries.AnyAsync(cancel))
            throw ProblemException.NotFound("alert");
        var ended = await db.Set<Alert>().Where(a => a.Id == id && a.Status == AlertStatus.Ended).Select(a => a.EndedAtUtc).FirstOrDefaultAsync(cancel)
            ?? throw new ProblemException(ProblemKind.Conflict, "alert_not_ended", "This alert has not ended.");
        var row = await db.FindAsync<PhotoWithdrawal>([id, partner], cancel);
        if (row is { ConfirmedAtUtc: not null })
            return false;
        // It may know of the end before it was asked: it can read alerts at any time.
        row ??= db.Add(new PhotoWithdrawal
        {
            AlertId = id, PartnerId = partner, AskedAtUtc = ended, DueAtUtc = ended + AlertPublisher.PhotoWithdrawal,
        }).Entity;
        (row.ConfirmedAtUtc, row.LookAtUtc) = (clock.GetUtcNow(), null);

        // The first message that the alert is over is always delivered; only reminders of it are not needed any more.
        var ends = deliveries.Where(d => d.Type == MessageType.AlertEnded);
        if (await ends.AnyAsync(d => d.Status == DeliveryStatus.Delivered, cancel))
            await ends.Where(d => d.Status == DeliveryStatus.Pending).ExecuteUpdateAsync(set => set
                .SetProperty(d => d.Status, DeliveryStatus.Withdrawn).SetProperty(d => d.Version, d => d.Version + 1), cancel);
        await db.CommitAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }
}
