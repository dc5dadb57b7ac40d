using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Reunion.Core.Alerts;
using Reunion.Core.Audit;
using Reunion.Core.Common;
using Reunion.Core.Storage;
using Reunion.Core.Tips.Conversation;

namespace Reunion.Core.Tips.Retention;

/// <summary>
/// Erases, once an alert ended long enough ago, photos as they were sent, contacts with the conversations in which people give
/// them, and all photos of dismissed tips. What is due is read off the rows each time, so a crash between two bundles leaves
/// the rest for the next look.
/// </summary>
/// <param name="factory">Makes a context for each bundle.</param>
/// <param name="audit">Keeps how many, in the transaction that erases them.</param>
/// <param name="options">How long things are kept.</param>
/// <param name="clock">Says what is due.</param>
/// <param name="log">Hears how many.</param>
/// <remarks>Thread-safe; two at once erase nothing twice.</remarks>
public sealed class EraseTipData(
    IDbContextFactory<ReunionDbContext> factory, AuditTrail audit, IOptions<TipRetentionOptions> options, TimeProvider clock, ILogger<EraseTipData> log)
{
    // Small enough that who writes a tip meanwhile does not notice.
    private const int Bundle = 200;

    /// <summary>Erases everything that is due.</summary>
    /// <param name="cancel">Stops between two bundles; what was erased until then stays erased and counted.</param>
    /// <returns>How much of each kind was erased.</returns>
    public async Task<ErasedTipData> ExecuteAsync(CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var keep = options.Value;
        var erased = new ErasedTipData(
            await EachAsync(AuditAction.TipPhotosErased, db => Dismissed(db, now - keep.DismissedPhotos), ErasePhotosAsync, cancel),
            await EachAsync(AuditAction.TipOriginalsErased, db => Originals(db, now - keep.Originals), EraseOriginalsAsync, cancel),
            await EachAsync(AuditAction.TipContactsErased, db => Contacts(db, now - keep.Contacts), EraseContactsAsync, cancel),
            await EachAsync(AuditAction.TipMessagesErased, db => Messages(db, now - keep.Contacts), EraseMessagesAsync, cancel));
        if (erased != default)
            log.LogInformation(
                "Erased {Originals} original photos, {Contacts} contacts and {Messages} messages of tips, and {Photos} photos of dismissed tips",
                erased.Originals, erased.Contacts, erased.Messages, erased.DismissedPhotos);
        return erased;
    }

    private static IQueryable<Alert> Ended(ReunionDbContext db, DateTimeOffset before) =>
        db.Set<Alert>().Where(a => a.Status == AlertStatus.Ended && a.EndedAtUtc <= before);

    private static IQueryable<DueRow<PhotoId>> Dismissed(ReunionDbContext db, DateTimeOffset before) =>
        from alert in Ended(db, before)
        join tip in db.Set<Tip>() on alert.Id equals tip.AlertId
        where tip.Review == TipReview.Dismissed && tip.ReviewedAtUtc <= before
        join photo in db.Set<TipPhoto>() on tip.Id equals photo.TipId
        select new DueRow<PhotoId> { Alert = alert.Id, Id = photo.Id };

    private static IQueryable<DueRow<PhotoId>> Originals(ReunionDbContext db, DateTimeOffset before) =>
        from alert in Ended(db, before)
        join tip in db.Set<Tip>() on alert.Id equals tip.AlertId
        join photo in db.Set<TipPhoto>() on tip.Id equals photo.TipId
        join original in db.Set<TipOriginal>() on photo.Id equals original.PhotoId
        select new DueRow<PhotoId> { Alert = alert.Id, Id = original.PhotoId };

    private static IQueryable<DueRow<TipId>> Contacts(ReunionDbContext db, DateTimeOffset before) =>
        from alert in Ended(db, before)
        join tip in db.Set<Tip>() on alert.Id equals tip.AlertId
        where tip.Contact != ""
        select new DueRow<TipId> { Alert = alert.Id, Id = tip.Id };

    private static IQueryable<DueRow<TipMessageId>> Messages(ReunionDbContext db, DateTimeOffset before) =>
        from alert in Ended(db, before)
        join tip in db.Set<Tip>() on alert.Id equals tip.AlertId
        join message in db.Set<TipMessage>() on tip.Id equals message.TipId
        select new DueRow<TipMessageId> { Alert = alert.Id, Id = message.Id };

    private static async Task<int> ErasePhotosAsync(ReunionDbContext db, List<PhotoId> ids, CancellationToken cancel)
    {
        await EraseOriginalsAsync(db, ids, cancel);
        return await db.Set<TipPhoto>().Where(p => ids.Contains(p.Id)).ExecuteDeleteAsync(cancel);
    }

    private static Task<int> EraseOriginalsAsync(ReunionDbContext db, List<PhotoId> ids, CancellationToken cancel) =>
        db.Set<TipOriginal>().Where(o => ids.Contains(o.PhotoId)).ExecuteDeleteAsync(cancel);

    private static Task<int> EraseContactsAsync(ReunionDbContext db, List<TipId> ids, CancellationToken cancel) =>
        db.Set<Tip>().Where(t => ids.Contains(t.Id) && t.Contact != "").ExecuteUpdateAsync(s => s.SetProperty(t => t.Contact, ""), cancel);

    private static Task<int> EraseMessagesAsync(ReunionDbContext db, List<TipMessageId> ids, CancellationToken cancel) =>
        db.Set<TipMessage>().Where(m => ids.Contains(m.Id)).ExecuteDeleteAsync(cancel);

    private async Task<int> EachAsync<TId>(
        AuditAction action, Func<ReunionDbContext, IQueryable<DueRow<TId>>> due, Func<ReunionDbContext, List<TId>, CancellationToken, Task<int>> erase,
        CancellationToken cancel) where TId : struct
    {
        for (var total = 0; ;)
        {
            cancel.ThrowIfCancellationRequested();
            await using var db = await factory.CreateDbContextAsync(cancel);
            if (await due(db).Select(d => (AlertId?)d.Alert).FirstOrDefaultAsync(cancel) is not { } alert)
                return total;
            // Looked for before the transaction: a search does not keep tips from being written.
            var ids = await due(db).Where(d => d.Alert == alert).Select(d => d.Id).Take(Bundle).ToListAsync(cancel);
            var ofCase = await db.Set<Alert>().Where(a => a.Id == alert).Select(a => a.CaseId).FirstAsync(cancel);
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var count = await erase(db, ids, cancel);
            if (count > 0)
                audit.AddSystem(db, action, alert.ToString(), ofCase, count.ToString(CultureInfo.InvariantCulture));
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            total += count;
        }
    }
}
