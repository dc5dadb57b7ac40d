using Microsoft.EntityFrameworkCore;
using Reunion.Core.Alerts;
using Reunion.Core.Audit;
using Reunion.Core.Cases;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Live;
using Reunion.Core.Storage;

namespace Reunion.Core.Tips;

/// <summary>Decides on tips. A decision says why, and never overwrites one that the reviewer has not seen.</summary>
/// <param name="factory">Makes a context for each call.</param>
/// <param name="openCircle">Opens the circle of a sighting.</param>
/// <param name="audit">Keeps who decided.</param>
/// <param name="signal">Wakes the alert's clock for a new circle.</param>
/// <param name="live">Tells open screens.</param>
/// <param name="clock">Gives the time.</param>
public sealed class ReviewTip(
    IDbContextFactory<ReunionDbContext> factory, OpenCircle openCircle, AuditTrail audit, AlertSignal signal, LiveFeed live, TimeProvider clock)
{
    /// <summary>Marks a tip as being looked into by who asks, and assigns it to them.</summary>
    /// <param name="actor">Needs <see cref="Permission.ReviewTips"/>.</param>
    /// <param name="id">The tip.</param>
    /// <param name="version">The version that was looked at.</param>
    /// <param name="cancel">Stops before the commit.</param>
    /// <exception cref="ProblemException"><c>not_found</c> or <c>changed_meanwhile</c>.</exception>
    public Task TakeAsync(Actor actor, TipId id, int version, CancellationToken cancel = default) =>
        DecideAsync(actor, id, version, new TipChange(TipReview.InReview, null), false, cancel);

    /// <summary>Dismisses a tip.</summary>
    /// <param name="actor">Needs <see cref="Permission.ReviewTips"/>.</param>
    /// <param name="id">The tip.</param>
    /// <param name="version">The version that was looked at.</param>
    /// <param name="reason">Why, 1 to 1,000 characters.</param>
    /// <param name="cancel">Stops before the commit.</param>
    /// <exception cref="ProblemException"><c>not_found</c>, <c>changed_meanwhile</c> or no reason.</exception>
    public Task DismissAsync(Actor actor, TipId id, int version, string reason, CancellationToken cancel = default) =>
        DecideAsync(
            actor, id, version, new TipChange(TipReview.Dismissed, AuditAction.TipDismissed) { Reason = TipReasons.Demand(reason) }, false, cancel);

    /// <summary>Verifies a tip, and opens a circle at its place when asked to.</summary>
    /// <param name="actor">Needs <see cref="Permission.ReviewTips"/>.</param>
    /// <param name="id">The tip.</param>
    /// <param name="version">The version that was looked at.</param>
    /// <param name="reason">Why, 1 to 1,000 characters.</param>
    /// <param name="withCircle">Whether to open a circle; the tip must have a place then.</param>
    /// <param name="cancel">Stops before the commit.</param>
    /// <exception cref="ProblemException"><c>not_found</c>, <c>changed_meanwhile</c>, <c>tip_without_place</c>, <c>alert_ended</c> or no reason.</exception>
    public Task VerifyAsync(Actor actor, TipId id, int version, string reason, bool withCircle, CancellationToken cancel = default) =>
        DecideAsync(
            actor, id, version, new TipChange(TipReview.Verified, AuditAction.TipVerified) { Reason = TipReasons.Demand(reason) }, withCircle, cancel);

    private async Task DecideAsync(Actor actor, TipId id, int version, TipChange change, bool withCircle, CancellationToken cancel)
    {
        actor.Demand(Permission.ReviewTips);
        await using var db = await factory.CreateDbContextAsync(cancel);
        var tip = await db.FindAsync<Tip>([id], cancel) ?? throw ProblemException.NotFound("tip");
        if (tip.Version != version || !change.Changes(tip))
            throw ProblemException.Changed();

        var now = clock.GetUtcNow();
        var isNews = change.Review == TipReview.Verified && (tip.Review != TipReview.Verified || withCircle);
        change.Apply(tip, actor, now);
        if (withCircle)
        {
            var centre = tip.Point() ?? throw new ProblemException(ProblemKind.Invalid, "tip_without_place", "This tip names no place on the map.");
            await openCircle.AddAsync(db, actor, tip.AlertId, centre, id, cancel);
        }

        var (ofCase, unit) = await OwnerAsync(db, tip.AlertId, cancel);
        if (change.Action is { } act)
            audit.Add(db, actor, act, id.ToString(), ofCase);

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.CommitAsync(cancel);
        var repeats = await change.EchoAsync(db, [tip], actor, now, cancel);
        await transaction.CommitAsync(cancel);
        foreach (var decided in (IEnumerable<TipId>)[id, .. repeats])
            live.Publish(new TipReviewed(tip.AlertId, decided));
        if (isNews)
            live.Publish(new TipVerified(tip.AlertId, id, unit));
        if (withCircle)
            await signal.ChangedAsync(tip.AlertId);
    }

    private static async Task<(CaseId Case, string UnitCode)> OwnerAsync(ReunionDbContext db, AlertId id, CancellationToken cancel)
    {
        var found = await db.Set<Alert>().Where(a => a.Id == id).Join(db.Set<Case>(), a => a.CaseId, c => c.Id, (a, c) => new { c.Id, c.UnitCode }).FirstAsync(cancel);
        return (found.Id, found.UnitCode);
    }
}
