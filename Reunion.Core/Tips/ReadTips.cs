using Microsoft.EntityFrameworkCore;
using Reunion.Core.Alerts;
using Reunion.Core.Cases;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Storage;

namespace Reunion.Core.Tips;

/// <summary>Reads tips.</summary>
/// <param name="factory">Makes a context for each call.</param>
public sealed class ReadTips(IDbContextFactory<ReunionDbContext> factory)
{
    /// <summary>The newest tips, at most 500. Tips with one text are one line, the first of them, with a count.</summary>
    /// <param name="actor">Needs <see cref="Permission.ReviewTips"/>, or <see cref="Permission.RunCases"/> for an alert of the own unit.</param>
    /// <param name="alert">Only tips of this alert; null for all.</param>
    /// <param name="review">Only tips whose review stands so; null for all.</param>
    /// <param name="cancel">Stops the query.</param>
    public async Task<IReadOnlyList<TipSummary>> ListAsync(
        Actor actor, AlertId? alert = null, TipReview? review = null, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        if (!actor.May(Permission.ReviewTips) && !await RunsCaseOfAsync(db, actor, alert, cancel))
            throw ProblemException.Forbidden();
        return await Newest(db.Set<Tip>().Where(t => t.FirstTipId == null
            && (alert == null || t.AlertId == alert) && (review == null || t.Review == review))).ToListAsync(cancel);
    }

    /// <summary>One tip, or null.</summary>
    /// <param name="actor">Needs <see cref="Permission.ReviewTips"/>.</param>
    /// <param name="id">The tip.</param>
    /// <param name="cancel">Stops the query.</param>
    /// <exception cref="ProblemException"><c>forbidden</c>.</exception>
    public async Task<TipSummary?> FindAsync(Actor actor, TipId id, CancellationToken cancel = default)
    {
        actor.Demand(Permission.ReviewTips);
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await Newest(db.Set<Tip>().Where(t => t.Id == id)).FirstOrDefaultAsync(cancel);
    }

    /// <summary>The newest tips that say the same as another one, at most 500; what they add is a place, a time or a contact.</summary>
    /// <param name="actor">Needs <see cref="Permission.ReviewTips"/>.</param>
    /// <param name="first">The first tip of that text.</param>
    /// <param name="cancel">Stops the query.</param>
    public async Task<IReadOnlyList<TipSummary>> RepeatsAsync(Actor actor, TipId first, CancellationToken cancel = default)
    {
        actor.Demand(Permission.ReviewTips);
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await Newest(db.Set<Tip>().Where(t => t.FirstTipId == first)).ToListAsync(cancel);
    }

    private static IQueryable<TipSummary> Newest(IQueryable<Tip> tips) => tips.AsNoTracking()
        .OrderByDescending(t => t.ReceivedAtUtc).Take(500)
        .Select(t => new TipSummary(
            t.Id, t.AlertId, t.Kind, t.Text, t.SeenAtUtc, t.Latitude, t.Longitude, t.Place, t.Contact, t.Source, t.PartnerId, t.IsPartnerSignal,
            t.ReceivedAtUtc, t.Review, t.ReviewReason, t.ReviewedByName,
            t.Photos.OrderBy(p => p.Id).Select(p => new TipPhotoSummary(p.Id, p.HintLatitude, p.HintLongitude, p.HintTakenAtUtc, p.Original != null)).ToList(), t.Repeats, t.Version)
        {
            AssignedToAccountId = t.AssignedToAccountId, AssignedToName = t.AssignedToName, DuplicateOfId = t.DuplicateOfId,
        });

    private static async Task<bool> RunsCaseOfAsync(ReunionDbContext db, Actor actor, AlertId? alert, CancellationToken cancel) =>
        actor.May(Permission.RunCases)
        && await db.Set<Alert>().Where(a => a.Id == alert)
            .Join(db.Set<Case>(), a => a.CaseId, c => c.Id, (_, c) => c.UnitCode).AnyAsync(unit => unit == actor.UnitCode, cancel);

    /// <summary>How many tips of each alert wait for a first look; tips with one text count once.</summary>
    /// <param name="actor">Needs <see cref="Permission.SeeAlerts"/>.</param>
    /// <param name="cancel">Stops the query.</param>
    public async Task<IReadOnlyDictionary<AlertId, int>> WaitingAsync(Actor actor, CancellationToken cancel = default)
    {
        actor.Demand(Permission.SeeAlerts);
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Set<Tip>().Where(t => t.Review == TipReview.New && t.FirstTipId == null)
            .GroupBy(t => t.AlertId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
    }

    /// <summary>The tips with a place of some alerts, as dots, newest first, at most 5,000.</summary>
    /// <param name="actor">Needs <see cref="Permission.SeeAlerts"/>.</param>
    /// <param name="alerts">The alerts on the map.</param>
    /// <param name="cancel">Stops the query.</param>
    public async Task<IReadOnlyList<TipDot>> DotsAsync(Actor actor, IReadOnlyCollection<AlertId> alerts, CancellationToken cancel = default)
    {
        actor.Demand(Permission.SeeAlerts);
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Set<Tip>().AsNoTracking()
            .Where(t => alerts.Contains(t.AlertId) && t.Latitude != null && t.Longitude != null)
            .OrderByDescending(t => t.ReceivedAtUtc).Take(5000)
            .Select(t => new TipDot(t.Id, t.AlertId, t.Review, t.Latitude!.Value, t.Longitude!.Value, t.SeenAtUtc ?? t.ReceivedAtUtc))
            .ToListAsync(cancel);
    }

    /// <summary>A photo of a tip as JPEG.</summary>
    /// <param name="actor">Needs <see cref="Permission.ReviewTips"/>.</param>
    /// <param name="id">The photo.</param>
    /// <param name="cancel">Stops the query.</param>
    /// <exception cref="ProblemException"><c>not_found</c>.</exception>
    public async Task<byte[]> PhotoAsync(Actor actor, PhotoId id, CancellationToken cancel = default)
    {
        actor.Demand(Permission.ReviewTips);
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Set<TipPhoto>().Where(p => p.Id == id).Select(p => p.Jpeg).FirstOrDefaultAsync(cancel)
            ?? throw ProblemException.NotFound("photo");
    }

    /// <summary>What the holder of a receipt code may know, or null when there is no such code.</summary>
    /// <param name="receiptCode">The code.</param>
    /// <param name="cancel">Stops the query.</param>
    public async Task<TipProgress?> ByReceiptAsync(string receiptCode, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Set<Tip>().AsNoTracking().Where(t => t.ReceiptCode == receiptCode)
            .Select(t => new TipProgress(t.AlertId, t.Kind, t.Text, t.ReceivedAtUtc, t.Review, t.RefusedPhotos)).FirstOrDefaultAsync(cancel);
    }

    /// <summary>Where a tip stands, or null when there is no such tip.</summary>
    /// <param name="id">The tip.</param>
    /// <param name="cancel">Stops the query.</param>
    /// <remarks>For telling the partner that sent it; checks nobody's rights.</remarks>
    public async Task<TipStanding?> StandingAsync(TipId id, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Set<Tip>().AsNoTracking().Where(t => t.Id == id)
            .Select(t => new TipStanding(t.AlertId, t.PartnerId, t.Review)).FirstOrDefaultAsync(cancel);
    }
}
