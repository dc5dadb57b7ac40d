using Microsoft.EntityFrameworkCore;
using Reunion.Core.Alerts;
using Reunion.Core.Audit;
using Reunion.Core.Common;
using Reunion.Core.Common.Codes;
using Reunion.Core.Common.Problems;
using Reunion.Core.Live;
using Reunion.Core.Photos;
using Reunion.Core.Storage;

namespace Reunion.Core.Tips;

/// <summary>Takes a tip. When this returns it is committed.</summary>
/// <param name="factory">Makes a context for each call.</param>
/// <param name="validator">Checks the tip.</param>
/// <param name="audit">Puts it on the case's timeline.</param>
/// <param name="live">Tells open screens.</param>
/// <param name="clock">Gives the time of receipt.</param>
public sealed class SubmitTip(
    IDbContextFactory<ReunionDbContext> factory, TipFormValidator validator, AuditTrail audit, LiveFeed live, TimeProvider clock)
{
    /// <summary>Stores a tip for a live or paused alert; the same idempotency key again gives the same receipt.</summary>
    /// <param name="alertId">The alert.</param>
    /// <param name="form">What came in.</param>
    /// <param name="cancel">Stops before the commit.</param>
    /// <exception cref="ProblemException"><c>not_found</c>, <c>alert_ended</c>, wrong fields, or a photo that is none.</exception>
    public async Task<TipReceipt> ExecuteAsync(AlertId alertId, TipForm form, CancellationToken cancel = default)
    {
        form.Text = TipText.Clean(form.Text);
        form.Place = TipText.Clean(form.Place);
        form.Contact = TipText.Clean(form.Contact);
        validator.Demand(form);

        await using var db = await factory.CreateDbContextAsync(cancel);
        var key = ScopedKey(alertId, form);
        if (await FindAsync(db, key, cancel) is { } earlier)
            return earlier;
        var alert = await db.Set<Alert>().AsNoTracking()
            .Where(a => a.Id == alertId).Select(a => new { a.Status, a.CaseId }).FirstOrDefaultAsync(cancel)
            ?? throw ProblemException.NotFound("alert");
        if (alert.Status == AlertStatus.Ended)
            throw AlertProblems.Ended();

        var tip = ToTip(alertId, form, key);
        db.Add(tip);
        audit.AddSystem(db, AuditAction.TipReceived, tip.Id.ToString(), alert.CaseId, tip.Kind.ToString());
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException) when (key is not null)
        {
            // Two requests with one key at the same moment: the other one won.
            await using var again = await factory.CreateDbContextAsync(cancel);
            return await FindAsync(again, key, cancel) ?? throw ProblemException.Changed();
        }

        live.Publish(new TipArrived(alertId, tip.Id));
        return new TipReceipt(tip.Id, tip.ReceiptCode);
    }

    // A key belongs to who chose it and to one alert: it never answers with another's tip, and swallows none for another child.
    private static string? ScopedKey(AlertId alert, TipForm form) => string.IsNullOrEmpty(form.IdempotencyKey)
        ? null : $"{form.PartnerId?.ToString() ?? "public"}:{alert}:{form.IdempotencyKey}";

    private static async Task<TipReceipt?> FindAsync(ReunionDbContext db, string? key, CancellationToken cancel) => key is null ? null
        : await db.Set<Tip>().Where(t => t.IdempotencyKey == key).Select(t => new TipReceipt(t.Id, t.ReceiptCode)).FirstOrDefaultAsync(cancel);

    private Tip ToTip(AlertId alert, TipForm form, string? key)
    {
        var tip = new Tip
        {
            Id = TypedId.New<TipId>(clock),
            AlertId = alert,
            Kind = form.Kind!.Value,
            Text = form.Text,
            SeenAtUtc = form.SeenAtUtc,
            Latitude = form.Latitude,
            Longitude = form.Longitude,
            Place = form.Place,
            Contact = form.Contact,
            Source = form.Source,
            PartnerId = form.PartnerId,
            IdempotencyKey = key,
            ReceiptCode = HumanCode.New(16),
            ReceivedAtUtc = clock.GetUtcNow(),
        };
        foreach (var photo in form.Photos.Select(p => PhotoCleaner.Clean(p)))
            tip.Photos.Add(new TipPhoto
            {
                Id = TypedId.New<PhotoId>(clock), TipId = tip.Id, Jpeg = photo.Jpeg, Width = photo.Width, Height = photo.Height,
            });
        return tip;
    }
}
