using Microsoft.EntityFrameworkCore;
using Reunion.Core.Alerts;
using Reunion.Core.Common;
using Reunion.Core.Common.Problems;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Core.Live;
using Reunion.Core.Storage;

namespace Reunion.Core.Dispatch.Receipts;

/// <summary>Takes what partners report back.</summary>
/// <param name="factory">Makes a context for each call.</param>
/// <param name="live">Tells open screens.</param>
/// <param name="clock">Gives the time.</param>
public sealed class RecordReceipt(IDbContextFactory<ReunionDbContext> factory, LiveFeed live, TimeProvider clock)
{
    /// <summary>Keeps one report; the same receipt id again changes nothing.</summary>
    /// <param name="partner">Who reports.</param>
    /// <param name="alert">The alert; the partner must have been told of it.</param>
    /// <param name="form">What is reported.</param>
    /// <param name="cancel">Stops before the commit.</param>
    /// <exception cref="ProblemException"><c>not_found</c>, or wrong fields.</exception>
    public async Task ExecuteAsync(PartnerId partner, AlertId alert, ReceiptForm form, CancellationToken cancel = default)
    {
        Demand(form);
        await using var db = await factory.CreateDbContextAsync(cancel);
        await DemandToldAsync(db, partner, alert, cancel);
        if (!TypedId.TryParse<CircleId>(form.CircleId, out var circle)
            || !await db.Set<Circle>().AnyAsync(c => c.Id == circle && c.AlertId == alert, cancel))
            throw new ProblemException([new FieldProblem("circleId", "unknown_circle")]);
        if (await db.Set<Receipt>().AnyAsync(r => r.PartnerId == partner && r.ReceiptId == form.ReceiptId, cancel))
            return;

        db.Add(new Receipt
        {
            PartnerId = partner,
            ReceiptId = form.ReceiptId!,
            AlertId = alert,
            CircleId = circle,
            Ring = form.Ring,
            Delivered = form.Delivered,
            Opened = form.Opened,
            ReceivedAtUtc = clock.GetUtcNow(),
        });
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            // The same report at the same moment: fine when the other one is there, a failure otherwise.
            await using var again = await factory.CreateDbContextAsync(cancel);
            if (!await again.Set<Receipt>().AnyAsync(r => r.PartnerId == partner && r.ReceiptId == form.ReceiptId, cancel))
                throw;
        }

        live.Publish(new DeliveryProgressed(alert, partner));
    }

    /// <summary>Keeps that an ended alert's photo is down.</summary>
    /// <param name="partner">Who says so.</param>
    /// <param name="alert">The alert; it must have ended.</param>
    /// <param name="cancel">Stops before the commit.</param>
    /// <exception cref="ProblemException"><c>not_found</c> or <c>alert_not_ended</c>.</exception>
    public async Task WithdrawnAsync(PartnerId partner, AlertId alert, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        await DemandToldAsync(db, partner, alert, cancel);
        if (!await db.Set<Alert>().AnyAsync(a => a.Id == alert && a.Status == AlertStatus.Ended, cancel))
            throw new ProblemException(ProblemKind.Conflict, "alert_not_ended", "This alert has not ended.");
        if (await db.FindAsync<PhotoWithdrawal>([alert, partner], cancel) is not null)
            return;
        db.Add(new PhotoWithdrawal { AlertId = alert, PartnerId = partner, ConfirmedAtUtc = clock.GetUtcNow() });
        await db.SaveChangesAsync(cancel);
        live.Publish(new DeliveryProgressed(alert, partner));
    }

    private static void Demand(ReceiptForm form)
    {
        List<FieldProblem> problems = [];
        if (string.IsNullOrWhiteSpace(form.ReceiptId) || form.ReceiptId.Length > 120)
            problems.Add(new FieldProblem("receiptId", "required"));
        if (form.Ring < 1)
            problems.Add(new FieldProblem("ring", "out_of_range"));
        if (form.Delivered < 0)
            problems.Add(new FieldProblem("delivered", "out_of_range"));
        if (form.Opened < 0)
            problems.Add(new FieldProblem("opened", "out_of_range"));
        if (problems.Count > 0)
            throw new ProblemException(problems);
    }

    private static async Task DemandToldAsync(ReunionDbContext db, PartnerId partner, AlertId alert, CancellationToken cancel)
    {
        if (!await db.Set<Delivery>().AnyAsync(d => d.AlertId == alert && d.PartnerId == partner, cancel))
            throw ProblemException.NotFound("alert");
    }
}
