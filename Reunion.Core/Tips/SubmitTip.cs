using Microsoft.EntityFrameworkCore;
using Reunion.Core.Common;
using Reunion.Core.Common.Codes;
using Reunion.Core.Common.Problems;
using Reunion.Core.Storage;
using Reunion.Core.Tips.Intake;

namespace Reunion.Core.Tips;

/// <summary>Takes a tip. When this returns it is committed.</summary>
/// <param name="factory">Makes a context for each call that needs one of its own.</param>
/// <param name="validator">Checks the tip.</param>
/// <param name="photos">Takes its photos.</param>
/// <param name="writer">Commits it, together with others that come at the same moment.</param>
/// <param name="clock">Gives the time of receipt.</param>
public sealed class SubmitTip(
    IDbContextFactory<ReunionDbContext> factory, TipFormValidator validator, TipPhotoDesk photos, TipWriter writer, TimeProvider clock)
{
    /// <summary>Stores a tip for a live or paused alert; the same idempotency key again gives the same receipt.</summary>
    /// <param name="alertId">The alert.</param>
    /// <param name="form">What came in.</param>
    /// <param name="cancel">Withdraws the tip as long as it is not being written.</param>
    /// <exception cref="ProblemException">
    /// <c>not_found</c>, <c>alert_ended</c> or wrong fields. Never a photo: one that cannot be taken is named in the receipt.
    /// </exception>
    public async Task<TipReceipt> ExecuteAsync(AlertId alertId, TipForm form, CancellationToken cancel = default)
    {
        form.Text = TipText.Clean(form.Text);
        form.Place = TipText.Clean(form.Place);
        form.Contact = TipText.Clean(form.Contact);
        validator.Demand(form);

        var key = ScopedKey(alertId, form);
        // The writer looks keys up as well; this only spares who tries again with photos that they are all decoded again.
        if (form.Photos.Count > 0 && await FindAsync(key, cancel) is { } earlier)
            return earlier;
        var tip = await ToTipAsync(alertId, form, key, cancel);
        var standsForItself = tip.IsPartnerSignal || tip.Photos.Count > 0;
        return await writer.CommitAsync(tip, standsForItself ? null : TipTextKey.Of(tip.Text), cancel);
    }

    // A key belongs to who chose it and to one alert: it never answers with another's tip, and swallows none for another child.
    private static string? ScopedKey(AlertId alert, TipForm form) => string.IsNullOrEmpty(form.IdempotencyKey)
        ? null : $"{form.PartnerId?.ToString() ?? "public"}:{alert}:{form.IdempotencyKey}";

    private async Task<TipReceipt?> FindAsync(string? key, CancellationToken cancel)
    {
        if (key is null)
            return null;
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Set<Tip>().AsNoTracking().Where(t => t.IdempotencyKey == key)
            .Select(t => new TipReceipt(t.Id, t.ReceiptCode, t.RefusedPhotos)).FirstOrDefaultAsync(cancel);
    }

    private async Task<TipId?> EarlierAsync(string receipt, CancellationToken cancel)
    {
        if (HumanCode.Read(receipt) is not { Length: 16 } code)
            return null;
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Set<Tip>().Where(t => t.ReceiptCode == code).Select(t => (TipId?)t.Id).FirstOrDefaultAsync(cancel);
    }

    private async Task<Tip> ToTipAsync(AlertId alert, TipForm form, string? key, CancellationToken cancel)
    {
        var id = TypedId.New<TipId>(clock);
        var (taken, refused) = await photos.TakeAsync(form.Photos, id, cancel);
        var tip = new Tip
        {
            Id = id,
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
            IsPartnerSignal = form.PartnerId is not null && form.Kind is (TipKind.HotelCheckIn or TipKind.Ride or TipKind.Ticket),
            RefusedPhotos = refused,
            IdempotencyKey = key,
            ReceiptCode = HumanCode.New(16),
            ReceivedAtUtc = clock.GetUtcNow(),
            EarlierTipId = await EarlierAsync(form.EarlierReceipt, cancel),
        };
        tip.Photos.AddRange(taken);
        return tip;
    }
}
