using Microsoft.EntityFrameworkCore;
using Reunion.Core.Alerts;
using Reunion.Core.Alerts.Publishing;
using Reunion.Core.Audit;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Core.Live;
using Reunion.Core.Partners;
using Reunion.Core.Storage;

namespace Reunion.Core.Dispatch.Withdrawals;

/// <summary>Takes a partner's word that an ended alert's photo is down.</summary>
/// <param name="factory">Makes a context for each call.</param>
/// <param name="audit">Keeps who took a word on the telephone.</param>
/// <param name="live">Tells open screens.</param>
/// <param name="clock">Gives the time.</param>
/// <remarks>Thread-safe. Also for suspended partners: they showed the photo, too. Those that were removed have no keys any more and can only be called.</remarks>
public sealed class ConfirmWithdrawal(IDbContextFactory<ReunionDbContext> factory, AuditTrail audit, LiveFeed live, TimeProvider clock)
{
    private const int Tries = 5;

    /// <summary>Keeps that the photo is down and takes back reminders on their way; said again changes nothing.</summary>
    /// <param name="partner">Who says so.</param>
    /// <param name="alert">The alert; it must have ended, and the partner must have been told of it.</param>
    /// <param name="cancel">Stops before the commit.</param>
    /// <exception cref="ProblemException"><c>not_found</c> or <c>alert_not_ended</c>.</exception>
    public Task ExecuteAsync(PartnerId partner, AlertId alert, CancellationToken cancel = default) => RetryAsync(partner, alert, null, cancel);

    /// <summary>Keeps that a partner said on the telephone that the photo is down; said again changes nothing.</summary>
    /// <param name="actor">Who called: someone with <see cref="Permission.RunCases"/>, <see cref="Permission.ControlAlerts"/> or
    /// <see cref="Permission.ManagePartners"/>. The ledger and the audit name the person.</param>
    /// <param name="partner">Who said so; it may have been suspended or removed.</param>
    /// <param name="alert">The alert; it must have ended, and the partner must have been told of it.</param>
    /// <param name="cancel">Stops before the commit.</param>
    /// <exception cref="ProblemException"><c>forbidden</c>, <c>not_found</c> or <c>alert_not_ended</c>.</exception>
    public Task ByTelephoneAsync(Actor actor, PartnerId partner, AlertId alert, CancellationToken cancel = default) =>
        MayRecord(actor) ? RetryAsync(partner, alert, actor, cancel) : throw ProblemException.Forbidden();

    /// <summary>Whether someone may record what a partner said on the telephone.</summary>
    /// <param name="actor">The person.</param>
    public static bool MayRecord(Actor actor) =>
        actor.May(Permission.RunCases) || actor.May(Permission.ControlAlerts) || actor.May(Permission.ManagePartners);

    private async Task RetryAsync(PartnerId partner, AlertId alert, Actor? caller, CancellationToken cancel)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                if (await ConfirmAsync(partner, alert, caller, cancel))
                    live.Publish(new DeliveryProgressed(alert, partner));
                return;
            }
            catch (ProblemException e) when (e.Kind == ProblemKind.Conflict && e.Code == ProblemException.Changed().Code && tries < Tries)
            {
                // A reminder, or the asking itself, was committed at the same moment: look again.
            }
        }
    }

    private async Task<bool> ConfirmAsync(PartnerId partner, AlertId id, Actor? caller, CancellationToken cancel)
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
        (row.ConfirmedAtUtc, row.ConfirmedByName, row.LookAtUtc) = (clock.GetUtcNow(), caller?.Name, null);
        if (caller is not null)
        {
            var name = await db.Set<Partner>().Where(p => p.Id == partner).Select(p => p.Name).SingleAsync(cancel);
            audit.Add(db, caller, AuditAction.WithdrawalConfirmedByPhone, id.ToString(), detail: name);
        }

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
