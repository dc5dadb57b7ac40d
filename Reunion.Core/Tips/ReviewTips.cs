using Microsoft.EntityFrameworkCore;
using Reunion.Core.Alerts;
using Reunion.Core.Audit;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Live;
using Reunion.Core.Storage;

namespace Reunion.Core.Tips;

/// <summary>
/// Does one thing to many tips. Each is done only as it was looked at: what a colleague decided meanwhile is left alone and named.
/// </summary>
/// <param name="factory">Makes a context for each transaction.</param>
/// <param name="audit">Keeps who did it, tip by tip.</param>
/// <param name="live">Tells open screens.</param>
/// <param name="clock">Gives the time.</param>
/// <remarks>Thread-safe. Two hundred tips are one transaction; those that were committed stay when a later one fails.</remarks>
public sealed class ReviewTips(IDbContextFactory<ReunionDbContext> factory, AuditTrail audit, LiveFeed live, TimeProvider clock)
{
    private const int Chunk = 200;
    private const int Tries = 3;

    /// <summary>Dismisses tips.</summary>
    /// <param name="actor">Needs <see cref="Permission.ReviewTips"/>.</param>
    /// <param name="tips">The tips.</param>
    /// <param name="reason">Why, 1 to 1,000 characters.</param>
    /// <param name="cancel">Stops before the next commit.</param>
    /// <exception cref="ProblemException"><c>forbidden</c> or no reason.</exception>
    public Task<BulkOutcome> DismissAsync(Actor actor, IReadOnlyCollection<TipMark> tips, string reason, CancellationToken cancel = default) =>
        EachAsync(actor, tips, new TipChange(TipReview.Dismissed, AuditAction.TipDismissed) { Reason = TipReasons.Demand(reason) }, cancel);

    /// <summary>Marks tips as saying the same as another one of their alert.</summary>
    /// <param name="actor">Needs <see cref="Permission.ReviewTips"/>.</param>
    /// <param name="tips">The tips.</param>
    /// <param name="of">The other one; when that is a duplicate itself, the one it is of.</param>
    /// <param name="cancel">Stops before the next commit.</param>
    /// <exception cref="ProblemException"><c>forbidden</c>, <c>not_found</c> or <c>duplicate_of_itself</c>.</exception>
    public async Task<BulkOutcome> DuplicateAsync(Actor actor, IReadOnlyCollection<TipMark> tips, TipId of, CancellationToken cancel = default)
    {
        actor.Demand(Permission.ReviewTips);
        await using var db = await factory.CreateDbContextAsync(cancel);
        var other = await db.Set<Tip>().AsNoTracking().FirstOrDefaultAsync(t => t.Id == of, cancel) ?? throw ProblemException.NotFound("tip");
        var root = other.DuplicateOfId ?? other.FirstTipId ?? of;
        if (tips.Any(t => t.Id == root))
            throw new ProblemException(ProblemKind.Invalid, "duplicate_of_itself", "A tip cannot be a duplicate of itself.");
        var ids = tips.Select(t => t.Id).ToList();
        if (await db.Set<Tip>().AnyAsync(t => EF.Parameter(ids).Contains(t.Id) && t.AlertId != other.AlertId, cancel))
            throw ProblemException.NotFound("tip");
        return await EachAsync(
            actor, tips, new TipChange(TipReview.Duplicate, AuditAction.TipMarkedDuplicate) { DuplicateOf = root, Detail = root.ToString() }, cancel);
    }

    /// <summary>Takes decisions back: the tips wait again. A circle that one opened stays open; phones were told of it.</summary>
    /// <param name="actor">Needs <see cref="Permission.ReviewTips"/>.</param>
    /// <param name="tips">The tips.</param>
    /// <param name="cancel">Stops before the next commit.</param>
    /// <exception cref="ProblemException"><c>forbidden</c>.</exception>
    public Task<BulkOutcome> ReopenAsync(Actor actor, IReadOnlyCollection<TipMark> tips, CancellationToken cancel = default) =>
        EachAsync(actor, tips, new TipChange(TipReview.New, AuditAction.TipReopened), cancel);

    /// <summary>Says who is to look into tips. Their review stands as it did.</summary>
    /// <param name="actor">Needs <see cref="Permission.ReviewTips"/>.</param>
    /// <param name="tips">The tips.</param>
    /// <param name="accountId">Somebody who may review tips; null for nobody.</param>
    /// <param name="cancel">Stops before the next commit.</param>
    /// <exception cref="ProblemException"><c>forbidden</c>, or <c>not_found</c> when that person may not review tips.</exception>
    public async Task<BulkOutcome> AssignAsync(Actor actor, IReadOnlyCollection<TipMark> tips, string? accountId, CancellationToken cancel = default)
    {
        actor.Demand(Permission.ReviewTips);
        var to = accountId == actor.AccountId ? new Reviewer(actor.AccountId, actor.Name) : null;
        if (accountId is not null && to is null)
        {
            await using var db = await factory.CreateDbContextAsync(cancel);
            to = await ReadReviewers.FindAsync(db, accountId, cancel) ?? throw ProblemException.NotFound("person");
        }

        return await EachAsync(actor, tips, new TipChange(null, AuditAction.TipAssigned) { AssignTo = to }, cancel);
    }

    private async Task<BulkOutcome> EachAsync(Actor actor, IReadOnlyCollection<TipMark> tips, TipChange change, CancellationToken cancel)
    {
        actor.Demand(Permission.ReviewTips);
        var (done, refused) = (new List<TipMark>(tips.Count), new List<TipId>());
        foreach (var chunk in tips.DistinctBy(t => t.Id).Chunk(Chunk))
        {
            var changed = await ChunkAsync(actor, chunk, change, cancel);
            done.AddRange(changed);
            refused.AddRange(chunk.Select(t => t.Id).Except(changed.Select(t => t.Id)));
        }

        return new BulkOutcome(done, refused);
    }

    private async Task<IReadOnlyList<TipMark>> ChunkAsync(Actor actor, TipMark[] chunk, TipChange change, CancellationToken cancel)
    {
        for (var left = Tries; ; left--)
        {
            try
            {
                return await CommitAsync(actor, chunk, change, cancel);
            }
            catch (ProblemException e) when (e.Code == "changed_meanwhile")
            {
                // Somebody decided one of them between reading and writing: the rest is tried again without it.
                if (left == 1)
                    return [];
            }
        }
    }

    private async Task<IReadOnlyList<TipMark>> CommitAsync(Actor actor, TipMark[] chunk, TipChange change, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var versions = chunk.ToDictionary(t => t.Id, t => t.Version);
        var ids = versions.Keys.ToList();
        var tips = (await db.Set<Tip>().Where(t => EF.Parameter(ids).Contains(t.Id)).ToListAsync(cancel))
            .Where(t => t.Version == versions[t.Id] && change.Changes(t)).ToList();
        if (tips.Count == 0)
            return [];
        var alerts = tips.Select(t => t.AlertId).Distinct().ToList();
        var cases = await db.Set<Alert>().Where(a => EF.Parameter(alerts).Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.CaseId, cancel);
        var now = clock.GetUtcNow();
        foreach (var tip in tips)
        {
            change.Apply(tip, actor, now);
            if (change.Action is { } action)
                audit.Add(db, actor, action, tip.Id.ToString(), cases[tip.AlertId], change.Detail);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.CommitAsync(cancel);
        var echoes = await change.EchoAsync(db, tips, actor, now, cancel);
        await transaction.CommitAsync(cancel);
        foreach (var tip in tips)
            live.Publish(change.Review is null ? new TipChanged(tip.AlertId, tip.Id) : new TipReviewed(tip.AlertId, tip.Id));
        foreach (var echo in echoes)
            live.Publish(new TipReviewed(tips[0].AlertId, echo));
        return [.. tips.Select(t => new TipMark(t.Id, t.Version))];
    }
}
