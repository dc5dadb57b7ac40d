using Microsoft.EntityFrameworkCore;
using Reunion.Core.Alerts;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Core.Partners;
using Reunion.Core.Storage;

namespace Reunion.Core.Dispatch.Withdrawals;

/// <summary>Reads the withdrawal ledger: who confirmed that an ended alert's photo is down, and who is late.</summary>
/// <param name="factory">Makes a context for each call.</param>
/// <remarks>Thread-safe.</remarks>
public sealed class ReadWithdrawals(IDbContextFactory<ReunionDbContext> factory)
{
    /// <summary>The lines of one alert: those that are not confirmed first, then by name; empty before it ended.</summary>
    /// <param name="actor">Needs <see cref="Permission.SeeAlerts"/>.</param>
    /// <param name="alert">The alert.</param>
    /// <param name="cancel">Stops the queries.</param>
    /// <exception cref="ProblemException"><c>forbidden</c>.</exception>
    public async Task<IReadOnlyList<WithdrawalLine>> OfAlertAsync(Actor actor, AlertId alert, CancellationToken cancel = default)
    {
        actor.Demand(Permission.SeeAlerts);
        await using var db = await factory.CreateDbContextAsync(cancel);
        var lines = await LinesAsync(db, db.Set<PhotoWithdrawal>().Where(w => w.AlertId == alert), cancel);
        return [.. lines.OrderBy(l => l.ConfirmedAtUtc is not null).ThenBy(l => l.PartnerName, StringComparer.CurrentCulture)];
    }

    /// <summary>The lines of one partner: all that are not confirmed, and the newest of the others; newest first.</summary>
    /// <param name="actor">Needs <see cref="Permission.ManagePartners"/>.</param>
    /// <param name="partner">The partner.</param>
    /// <param name="confirmed">At most this many confirmed ones, 0 to 500.</param>
    /// <param name="cancel">Stops the queries.</param>
    /// <exception cref="ProblemException"><c>forbidden</c>.</exception>
    public async Task<IReadOnlyList<WithdrawalLine>> OfPartnerAsync(
        Actor actor, PartnerId partner, int confirmed = 20, CancellationToken cancel = default)
    {
        actor.Demand(Permission.ManagePartners);
        await using var db = await factory.CreateDbContextAsync(cancel);
        var own = db.Set<PhotoWithdrawal>().Where(w => w.PartnerId == partner);
        var open = await LinesAsync(db, own.Where(w => w.ConfirmedAtUtc == null), cancel);
        var done = await LinesAsync(
            db, own.Where(w => w.ConfirmedAtUtc != null).OrderByDescending(w => w.AskedAtUtc).Take(Math.Clamp(confirmed, 0, 500)), cancel);
        return [.. open.Concat(done).OrderByDescending(l => l.AskedAtUtc)];
    }

    private static async Task<IReadOnlyList<WithdrawalLine>> LinesAsync(
        ReunionDbContext db, IQueryable<PhotoWithdrawal> which, CancellationToken cancel)
    {
        var rows = await which.AsNoTracking()
            .Join(db.Set<Partner>(), w => w.PartnerId, p => p.Id, (Line, p) => new { Line, p.Name })
            .Join(db.Set<Alert>(), x => x.Line.AlertId, a => a.Id, (x, a) => new
            {
                x.Line,
                x.Name,
                a.Code,
                a.Mode,
                ToldAtUtc = db.Set<Delivery>()
                    .Where(d => d.AlertId == x.Line.AlertId && d.PartnerId == x.Line.PartnerId && d.Type == MessageType.AlertEnded)
                    .Min(d => d.DeliveredAtUtc),
            }).ToListAsync(cancel);
        return
        [
            .. rows.Select(x => new WithdrawalLine(
                x.Line.AlertId, x.Code, x.Mode, x.Line.PartnerId, x.Name, x.Line.AskedAtUtc, x.ToldAtUtc, x.Line.DueAtUtc,
                x.Line.ConfirmedAtUtc, x.Line.ConfirmedByName, x.Line.Reminders, x.Line.LastReminderAtUtc, x.Line is { ConfirmedAtUtc: null, LookAtUtc: null })),
        ];
    }
}
