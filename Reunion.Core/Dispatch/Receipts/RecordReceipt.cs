using Microsoft.EntityFrameworkCore;
using Reunion.Core.Alerts;
using Reunion.Core.Common;
using Reunion.Core.Common.Problems;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Core.Dispatch.Rings;
using Reunion.Core.Live;
using Reunion.Core.Partners;
using Reunion.Core.Storage;

namespace Reunion.Core.Dispatch.Receipts;

/// <summary>Takes what partners report back of rings.</summary>
/// <param name="factory">Makes a context for each call.</param>
/// <param name="live">Tells open screens.</param>
/// <param name="clock">Gives the time.</param>
/// <remarks>Thread-safe: reports of one ring at the same moment are added one after the other.</remarks>
public sealed class RecordReceipt(IDbContextFactory<ReunionDbContext> factory, LiveFeed live, TimeProvider clock)
{
    /// <summary>The most phones that one report may tell of; far above what any partner has.</summary>
    public const long MostPhones = 10_000_000_000;

    private const int Tries = 20;

    /// <summary>Keeps one report; the same receipt id again changes nothing.</summary>
    /// <param name="partner">Who reports.</param>
    /// <param name="alert">The alert; the partner must have been told of it.</param>
    /// <param name="form">What is reported.</param>
    /// <param name="cancel">Stops before the commit.</param>
    /// <remarks>
    /// Delivered beyond what a partner was sent is kept as it was said, and not counted: its phones are those that we sent it,
    /// unless it finds phones itself.
    /// </remarks>
    /// <exception cref="ProblemException">
    /// <c>not_found</c>, or wrong fields: <c>circleId</c> (<c>unknown_circle</c>), <c>ring</c> (<c>ring_not_sent</c>: not yet, or not
    /// to this partner), <c>opened</c> (<c>opened_exceeds_delivered</c>, in the sum of all reports of the ring), numbers that are
    /// <c>out_of_range</c>, <c>receiptId</c> (<c>required</c>).
    /// </exception>
    public async Task ExecuteAsync(PartnerId partner, AlertId alert, ReceiptForm form, CancellationToken cancel = default)
    {
        Demand(form);
        for (var tries = 1; ; tries++)
        {
            try
            {
                if (await AddAsync(partner, alert, form, cancel))
                    live.Publish(new DeliveryProgressed(alert, partner));
                return;
            }
            catch (ProblemException e) when (e.Kind == ProblemKind.Conflict && tries < Tries)
            {
                // Another report of this ring, or the same one, was committed at the same moment: add to what is there now.
            }
        }
    }

    private async Task<bool> AddAsync(PartnerId partner, AlertId alert, ReceiptForm form, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        if (!await db.Set<Delivery>().AnyAsync(d => d.AlertId == alert && d.PartnerId == partner, cancel))
            throw ProblemException.NotFound("alert");
        if (await db.Set<Receipt>().AnyAsync(r => r.PartnerId == partner && r.ReceiptId == form.ReceiptId, cancel))
            return false;

        var circle = await CircleAsync(db, alert, form, cancel);
        var findsPhones = await db.Set<Partner>().Where(p => p.Id == partner).Select(p => p.Targeting).SingleAsync(cancel) != Targeting.Devices;
        var sent = await db.Set<RecipientBatch>().Where(b => b.CircleId == circle && b.Ring == form.Ring && b.PartnerId == partner)
            .SumAsync(b => (long)b.Count, cancel);
        if (sent == 0 && !findsPhones)
            throw Wrong("ring", "ring_not_sent");
        var sum = await db.FindAsync<RingReceipt>([circle, form.Ring, partner], cancel)
            ?? db.Add(new RingReceipt { CircleId = circle, Ring = form.Ring, PartnerId = partner, AlertId = alert }).Entity;
        if (sum.ReportedOpened + form.Opened > sum.ReportedDelivered + form.Delivered)
            throw Wrong("opened", "opened_exceeds_delivered");

        sum.Add(form, sent, findsPhones);
        db.Add(Row(partner, alert, circle, form));
        await db.CommitAsync(cancel);
        return true;
    }

    // The rings that the partner knows of: those that were sent, and those that the alert opened with.
    private static async Task<CircleId> CircleAsync(ReunionDbContext db, AlertId alert, ReceiptForm form, CancellationToken cancel)
    {
        var circle = TypedId.TryParse<CircleId>(form.CircleId, out var id)
            ? await db.Set<Circle>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == id && c.AlertId == alert, cancel) : null;
        if (circle is null)
            throw Wrong("circleId", "unknown_circle");
        return form.Ring <= Math.Max(circle.RingsSent, circle.RingsAnnounced) ? circle.Id : throw Wrong("ring", "ring_not_sent");
    }

    private Receipt Row(PartnerId partner, AlertId alert, CircleId circle, ReceiptForm form) => new()
    {
        PartnerId = partner,
        ReceiptId = form.ReceiptId!,
        AlertId = alert,
        CircleId = circle,
        Ring = form.Ring,
        Delivered = form.Delivered,
        Opened = form.Opened,
        ReceivedAtUtc = clock.GetUtcNow(),
    };

    private static void Demand(ReceiptForm form)
    {
        List<FieldProblem> problems = [];
        if (string.IsNullOrWhiteSpace(form.ReceiptId) || form.ReceiptId.Length > 120)
            problems.Add(new FieldProblem("receiptId", "required"));
        if (form.Ring < 1)
            problems.Add(new FieldProblem("ring", "out_of_range"));
        if (form.Delivered is < 0 or > MostPhones)
            problems.Add(new FieldProblem("delivered", "out_of_range"));
        if (form.Opened is < 0 or > MostPhones)
            problems.Add(new FieldProblem("opened", "out_of_range"));
        if (problems.Count > 0)
            throw new ProblemException(problems);
    }

    private static ProblemException Wrong(string field, string code) => new([new FieldProblem(field, code)]);
}
