using Reunion.Core.Audit;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Storage;

namespace Reunion.Core.Tips;

/// <summary>One thing that is done to a tip.</summary>
/// <param name="Review">How its review stands afterwards; null when it stays.</param>
/// <param name="Action">What the audit calls it; null when it does not keep it.</param>
internal sealed record TipChange(TipReview? Review, AuditAction? Action)
{
    public string Reason { get; init; } = "";

    public string Detail { get; init; } = "";

    public TipId? DuplicateOf { get; init; }

    public Reviewer? AssignTo { get; init; }

    /// <summary>Whether it would change anything: only what waits can be taken, and only what does not can be reopened.</summary>
    public bool Changes(Tip tip) => Review switch
    {
        TipReview.InReview => tip.Review == TipReview.New,
        TipReview.New => tip.Review != TipReview.New,
        _ => true,
    };

    public void Apply(Tip tip, Actor actor, DateTimeOffset now)
    {
        if (Review is not { } review)
        {
            (tip.AssignedToAccountId, tip.AssignedToName) = (AssignTo?.AccountId, AssignTo?.Name ?? "");
            return;
        }

        (tip.Review, tip.ReviewReason, tip.DuplicateOfId, tip.ReviewDispatchedAtUtc) = (review, Reason, DuplicateOf, null);
        var waits = review == TipReview.New;
        (tip.ReviewedByName, tip.ReviewedAtUtc) = waits ? ("", (DateTimeOffset?)null) : (actor.Name, now);
        if (review == TipReview.InReview)
            (tip.AssignedToAccountId, tip.AssignedToName) = (actor.AccountId, actor.Name);
        else if (!waits)
            tip.TextKey = null;
    }

    public async Task<IReadOnlyList<TipId>> EchoAsync(ReunionDbContext db, IReadOnlyList<Tip> tips, Actor actor, DateTimeOffset now, CancellationToken cancel)
    {
        var firsts = tips.Where(t => t.Repeats > 0).Select(t => t.Id).ToList();
        return Review is null or TipReview.InReview || firsts.Count == 0 ? []
            : Review == TipReview.New ? await TipEchoes.ReopenAsync(db, firsts, cancel)
            : await TipEchoes.SettleAsync(db, firsts, actor.Name, now, cancel);
    }
}
