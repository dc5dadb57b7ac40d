using Reunion.Core.Accounts;
using Reunion.Core.Audit;
using Reunion.Core.Common.Problems;
using Reunion.Core.Storage;
using Reunion.Core.Tips;
using Reunion.Tests.Support.Databases;
using Reunion.Tests.Tips.Board;

namespace Reunion.Tests.Tips;

public sealed class ReviewTipsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task What_a_colleague_decided_first_is_left_alone_and_named(StorageProvider provider)
    {
        await using var board = await BoardScene.CreateAsync(provider);
        var marks = await MarksAsync(board, 450);
        await board.Scene.Get<ReviewTip>().VerifyAsync(TestPeople.Supervisor, marks[7].Id, 0, "true", false, Cancel);

        var outcome = await board.Scene.Get<ReviewTips>().DismissAsync(TestPeople.Supervisor, marks, " not her ", Cancel);

        Assert.Equal([marks[7].Id], outcome.Refused);
        Assert.Equal(449, outcome.Done.Count);
        var rows = (await board.Scene.RowsAsync<Tip>()).ToDictionary(t => t.Id);
        Assert.Equal((TipReview.Verified, "true"), (rows[marks[7].Id].Review, rows[marks[7].Id].ReviewReason));
        Assert.All(outcome.Done, d => Assert.Equal((TipReview.Dismissed, "not her", d.Version), (rows[d.Id].Review, rows[d.Id].ReviewReason, rows[d.Id].Version)));
        Assert.Equal(449, (await board.Scene.RowsAsync<AuditEntry>()).Count(e => e.Action == AuditAction.TipDismissed));
    }

    [Theory, OnBothDatabases]
    public async Task Two_who_act_on_the_same_tips_at_once_share_them_and_overwrite_nothing(StorageProvider provider)
    {
        await using var board = await BoardScene.CreateAsync(provider);
        var marks = await MarksAsync(board, 60);
        var review = board.Scene.Get<ReviewTips>();
        var both = await Task.WhenAll(
            Task.Run(() => review.DismissAsync(TestPeople.Supervisor, marks, "one", Cancel), Cancel),
            Task.Run(() => review.DismissAsync(TestPeople.Supervisor, marks, "two", Cancel), Cancel));
        Assert.Equal(60, both.Sum(o => o.Done.Count));
        Assert.Equal(60, both.Sum(o => o.Refused.Count));
        var rows = (await board.Scene.RowsAsync<Tip>()).ToDictionary(t => t.Id);
        Assert.All(both[0].Done, d => Assert.Equal(("one", 1), (rows[d.Id].ReviewReason, rows[d.Id].Version)));
        Assert.All(both[1].Done, d => Assert.Equal(("two", 1), (rows[d.Id].ReviewReason, rows[d.Id].Version)));
    }

    [Theory, OnBothDatabases]
    public async Task Taking_back_brings_a_tip_and_those_that_said_the_same_back_and_never_a_later_decision(StorageProvider provider)
    {
        await using var board = await BoardScene.CreateAsync(provider);
        var first = await board.TipAsync(text: "said twice");
        await board.TipAsync(text: "said twice");
        var other = await board.TipAsync();
        var review = board.Scene.Get<ReviewTips>();
        var done = (await review.DismissAsync(TestPeople.Supervisor, [new(first.TipId, 0), new(other.TipId, 0)], "no", Cancel)).Done;
        await board.Scene.Get<ReviewTip>().VerifyAsync(TestPeople.Supervisor, other.TipId, 1, "it is true", false, Cancel);

        var back = await review.ReopenAsync(TestPeople.Supervisor, done, Cancel);

        Assert.Equal([other.TipId], back.Refused);
        var rows = await board.Scene.RowsAsync<Tip>();
        Assert.Equal(TipReview.Verified, rows.Single(t => t.Id == other.TipId).Review);
        Assert.All(rows.Where(t => t.Id != other.TipId), t => Assert.Equal((TipReview.New, "", "", null), (t.Review, t.ReviewedByName, t.ReviewReason, t.ReviewedAtUtc)));
        // What waits already has nothing to take back.
        Assert.Equal([first.TipId], (await review.ReopenAsync(TestPeople.Supervisor, back.Done, Cancel)).Refused);
    }

    [Fact]
    public async Task A_duplicate_names_the_tip_that_is_none_itself()
    {
        await using var board = await BoardScene.CreateAsync();
        var marks = await MarksAsync(board, 3);
        var review = board.Scene.Get<ReviewTips>();
        var first = await review.DuplicateAsync(TestPeople.Supervisor, [marks[1]], marks[0].Id, Cancel);
        await review.DuplicateAsync(TestPeople.Supervisor, [marks[2]], marks[1].Id, Cancel);
        var rows = (await board.Scene.RowsAsync<Tip>()).ToDictionary(t => t.Id);
        Assert.Equal([null, marks[0].Id, marks[0].Id], marks.Select(m => rows[m.Id].DuplicateOfId));
        Assert.Equal(TipReview.Duplicate, rows[marks[2].Id].Review);

        Assert.Equal("duplicate_of_itself", (await Assert.ThrowsAsync<ProblemException>(
            () => review.DuplicateAsync(TestPeople.Supervisor, [marks[0]], marks[2].Id, Cancel))).Code);
        await review.ReopenAsync(TestPeople.Supervisor, first.Done, Cancel);
        Assert.Null((await board.Scene.RowsAsync<Tip>()).Single(t => t.Id == marks[1].Id).DuplicateOfId);

        var elsewhere = await board.Scene.TippedAsync(await board.Scene.IssuedAsync());
        Assert.Equal("not_found", (await Assert.ThrowsAsync<ProblemException>(
            () => review.DuplicateAsync(TestPeople.Supervisor, [marks[0]], elsewhere.Id, Cancel))).Code);
    }

    [Fact]
    public async Task Tips_are_assigned_to_who_may_review_them()
    {
        await using var board = await BoardScene.CreateAsync();
        await board.Scene.Get<AccountsSeed>().EnsureDemoAsync(Cancel);
        var marks = await MarksAsync(board, 2);
        var (review, reviewers) = (board.Scene.Get<ReviewTips>(), await board.Scene.Get<ReadReviewers>().ListAsync(TestPeople.Supervisor, Cancel));
        var colleague = Assert.Single(reviewers);
        var officer = (await board.Scene.RowsAsync<Core.Storage.Accounts.Account>()).Single(a => a.Email!.StartsWith("officer", StringComparison.Ordinal));

        Assert.Equal("not_found", (await Assert.ThrowsAsync<ProblemException>(
            () => review.AssignAsync(TestPeople.Supervisor, marks, officer.Id, Cancel))).Code);
        var done = (await review.AssignAsync(TestPeople.Supervisor, marks, colleague.AccountId, Cancel)).Done;
        Assert.All(await board.Scene.RowsAsync<Tip>(), t => Assert.Equal(
            (colleague.AccountId, colleague.Name, TipReview.New), (t.AssignedToAccountId, t.AssignedToName, t.Review)));
        await review.AssignAsync(TestPeople.Supervisor, done, null, Cancel);
        Assert.All(await board.Scene.RowsAsync<Tip>(), t => Assert.Equal((null, ""), (t.AssignedToAccountId, t.AssignedToName)));
        Assert.Equal(4, (await board.Scene.RowsAsync<AuditEntry>()).Count(e => e.Action == AuditAction.TipAssigned));
    }

    [Fact]
    public async Task Only_reviewers_act_on_many()
    {
        await using var board = await BoardScene.CreateAsync();
        var marks = await MarksAsync(board, 1);
        var review = board.Scene.Get<ReviewTips>();
        foreach (var actor in new[] { TestPeople.Officer, TestPeople.Admin, TestPeople.Nobody })
            foreach (var act in (Func<Task>[])
                [
                    () => review.DismissAsync(actor, marks, "x", Cancel), () => review.ReopenAsync(actor, marks, Cancel),
                    () => review.AssignAsync(actor, marks, null, Cancel), () => review.DuplicateAsync(actor, marks, marks[0].Id, Cancel),
                ])
                Assert.Equal("forbidden", (await Assert.ThrowsAsync<ProblemException>(act)).Code);
        Assert.Equal(0, (await board.Scene.RowsAsync<Tip>()).Single().Version);
    }

    private static async Task<IReadOnlyList<TipMark>> MarksAsync(BoardScene board, int count)
    {
        var marks = new List<TipMark>();
        for (var i = 0; i < count; i++)
            marks.Add(new((await board.TipAsync()).TipId, 0));
        return marks;
    }
}
