using Microsoft.EntityFrameworkCore;
using Reunion.Core.Alerts;
using Reunion.Core.Audit;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Live;
using Reunion.Core.Storage;

namespace Reunion.Core.Tips.Conversation;

/// <summary>Answers who sent a tip; the answer stands on the receipt's page.</summary>
/// <param name="factory">Makes a context for each call.</param>
/// <param name="audit">Keeps who answered.</param>
/// <param name="live">Tells open screens.</param>
/// <param name="clock">Gives the time.</param>
public sealed class ReplyToTip(IDbContextFactory<ReunionDbContext> factory, AuditTrail audit, LiveFeed live, TimeProvider clock)
{
    /// <summary>Stores an answer.</summary>
    /// <param name="actor">Needs <see cref="Permission.ReviewTips"/>.</param>
    /// <param name="id">The tip.</param>
    /// <param name="text">What to say, 1 to 2,000 characters.</param>
    /// <param name="cancel">Stops before the commit.</param>
    /// <exception cref="ProblemException"><c>forbidden</c>, <c>not_found</c>, or a wrong text.</exception>
    public async Task ExecuteAsync(Actor actor, TipId id, string text, CancellationToken cancel = default)
    {
        actor.Demand(Permission.ReviewTips);
        var clean = MessageRules.Demand(text);
        await using var db = await factory.CreateDbContextAsync(cancel);
        var tip = await db.Set<Tip>().Where(t => t.Id == id)
            .Join(db.Set<Alert>(), t => t.AlertId, a => a.Id, (t, a) => new { t.AlertId, a.CaseId }).FirstOrDefaultAsync(cancel)
            ?? throw ProblemException.NotFound("tip");
        db.Add(new TipMessage
        {
            Id = TypedId.New<TipMessageId>(clock), TipId = id, Author = MessageAuthor.Reviewer, AuthorName = actor.Name, Text = clean,
            AtUtc = clock.GetUtcNow(),
        });
        audit.Add(db, actor, AuditAction.TipReplied, id.ToString(), tip.CaseId);
        await db.CommitAsync(cancel);
        live.Publish(new TipMessageSent(tip.AlertId, id, IsFromTipster: false));
    }
}
