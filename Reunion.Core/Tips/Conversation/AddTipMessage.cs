using Microsoft.EntityFrameworkCore;
using Reunion.Core.Alerts;
using Reunion.Core.Audit;
using Reunion.Core.Common;
using Reunion.Core.Common.Problems;
using Reunion.Core.Live;
using Reunion.Core.Storage;

namespace Reunion.Core.Tips.Conversation;

/// <summary>Takes a message from who sent a tip. When this returns it is committed.</summary>
/// <param name="factory">Makes a context for each call.</param>
/// <param name="audit">Puts it on the case's timeline.</param>
/// <param name="live">Tells open screens.</param>
/// <param name="clock">Gives the time of receipt.</param>
public sealed class AddTipMessage(IDbContextFactory<ReunionDbContext> factory, AuditTrail audit, LiveFeed live, TimeProvider clock)
{
    /// <summary>Stores a message; the same key again changes nothing.</summary>
    /// <param name="receiptCode">The tip's code; it is all that is asked for.</param>
    /// <param name="text">What was written, 1 to 2,000 characters.</param>
    /// <param name="key">The sender's name for this one message, up to 120 characters; null for none.</param>
    /// <param name="cancel">Stops before the commit.</param>
    /// <exception cref="ProblemException">
    /// <c>not_found</c>, a wrong text, <c>alert_ended</c>, or <c>too_many_messages</c> after <see cref="MessageRules.MostUnanswered"/> in a row.
    /// </exception>
    public async Task ExecuteAsync(string receiptCode, string text, string? key, CancellationToken cancel = default)
    {
        var clean = MessageRules.Demand(text);
        await using var db = await factory.CreateDbContextAsync(cancel);
        var tip = await db.Set<Tip>().Where(t => t.ReceiptCode == receiptCode)
            .Join(db.Set<Alert>(), t => t.AlertId, a => a.Id, (t, a) => new { t.Id, t.AlertId, a.Status, a.CaseId }).FirstOrDefaultAsync(cancel)
            ?? throw ProblemException.NotFound("receipt");
        if (tip.Status == AlertStatus.Ended)
            throw AlertProblems.Ended();

        var scoped = string.IsNullOrEmpty(key) || key.Length > 120 ? null : $"{tip.Id}:{key}";
        if (scoped is not null && await db.Set<TipMessage>().AnyAsync(m => m.IdempotencyKey == scoped, cancel))
            return;
        if (await UnansweredAsync(db, tip.Id, cancel) >= MessageRules.MostUnanswered)
            throw new ProblemException(ProblemKind.Conflict, "too_many_messages", "Wait for an answer before writing more.");
        db.Add(new TipMessage
        {
            Id = TypedId.New<TipMessageId>(clock), TipId = tip.Id, Author = MessageAuthor.Tipster, Text = clean, AtUtc = clock.GetUtcNow(),
            IdempotencyKey = scoped,
        });
        audit.AddSystem(db, AuditAction.TipMessageReceived, tip.Id.ToString(), tip.CaseId);
        try
        {
            await db.CommitAsync(cancel);
        }
        catch (ProblemException) when (scoped is not null)
        {
            // The same message twice at once: the other one won, and it is stored.
            return;
        }

        live.Publish(new TipMessageSent(tip.AlertId, tip.Id, IsFromTipster: true));
    }

    private static async Task<int> UnansweredAsync(ReunionDbContext db, TipId tip, CancellationToken cancel)
    {
        var latest = await db.Set<TipMessage>().Where(m => m.TipId == tip).OrderByDescending(m => m.AtUtc)
            .Take(MessageRules.MostUnanswered).Select(m => m.Author).ToListAsync(cancel);
        return latest.TakeWhile(a => a == MessageAuthor.Tipster).Count();
    }
}
