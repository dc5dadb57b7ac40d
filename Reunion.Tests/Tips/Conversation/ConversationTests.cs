using Reunion.Core.Alerts;
using Reunion.Core.Audit;
using Reunion.Core.Cases;
using Reunion.Core.Common.Problems;
using Reunion.Core.Live;
using Reunion.Core.Storage;
using Reunion.Core.Tips;
using Reunion.Core.Tips.Conversation;
using Reunion.Tests.Support.Databases;

namespace Reunion.Tests.Tips.Conversation;

public sealed class ConversationTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Both_sides_are_read_in_order_and_the_tipster_is_told_no_name(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var receipt = await scene.Get<SubmitTip>().ExecuteAsync(await scene.IssuedAsync(), TestFiles.Tip(), Cancel);
        List<LiveEvent> told = [];
        scene.Get<LiveFeed>().Tap(told.Add);
        await scene.Get<AddTipMessage>().ExecuteAsync(receipt.ReceiptCode, " 她\u202e上了车\0 ", null, Cancel);
        scene.Clock.Advance(TimeSpan.FromSeconds(1));
        await scene.Get<ReplyToTip>().ExecuteAsync(TestPeople.Supervisor, receipt.TipId, "Which car?", Cancel);

        var messages = await scene.Get<ReadConversation>().OfTipAsync(TestPeople.Supervisor, receipt.TipId, Cancel);
        Assert.Equal([("她上了车", ""), ("Which car?", TestPeople.Supervisor.Name)], messages.Select(m => (m.Text, m.AuthorName)));
        var shown = await scene.Get<ReadConversation>().ByReceiptAsync(receipt.ReceiptCode, Cancel);
        Assert.Equal([("她上了车", ""), ("Which car?", "")], shown.Select(m => (m.Text, m.AuthorName)));
        Assert.Equal([true, false], told.OfType<TipMessageSent>().Select(m => m.IsFromTipster));
        var acts = (await scene.RowsAsync<AuditEntry>()).Select(e => e.Action).ToList();
        Assert.Contains(AuditAction.TipMessageReceived, acts);
        Assert.Contains(AuditAction.TipReplied, acts);
    }

    [Theory, OnBothDatabases]
    public async Task One_key_is_one_message_also_when_sent_many_times_at_once(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var receipt = await scene.Get<SubmitTip>().ExecuteAsync(await scene.IssuedAsync(), TestFiles.Tip(), Cancel);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            () => scene.Get<AddTipMessage>().ExecuteAsync(receipt.ReceiptCode, "once", "key", Cancel))));
        Assert.Single(await scene.RowsAsync<TipMessage>());
    }

    [Theory, OnBothDatabases]
    public async Task A_tipster_waits_for_an_answer_after_twenty_messages(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var receipt = await scene.Get<SubmitTip>().ExecuteAsync(await scene.IssuedAsync(), TestFiles.Tip(), Cancel);
        Task WriteAsync()
        {
            scene.Clock.Advance(TimeSpan.FromSeconds(1));
            return scene.Get<AddTipMessage>().ExecuteAsync(receipt.ReceiptCode, "more", null, Cancel);
        }

        for (var i = 0; i < MessageRules.MostUnanswered; i++)
            await WriteAsync();
        Assert.Equal("too_many_messages", (await Assert.ThrowsAsync<ProblemException>(WriteAsync)).Code);
        scene.Clock.Advance(TimeSpan.FromSeconds(1));
        await scene.Get<ReplyToTip>().ExecuteAsync(TestPeople.Supervisor, receipt.TipId, "Thank you.", Cancel);
        await WriteAsync();
    }

    [Theory, OnBothDatabases]
    public async Task Only_reviewers_answer_and_an_ended_alert_takes_no_message(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var filed = await scene.FiledAsync();
        var receipt = await scene.Get<SubmitTip>().ExecuteAsync(await scene.IssuedAsync(filed), TestFiles.Tip(), Cancel);
        foreach (var act in new Func<Task>[]
                 {
                     () => scene.Get<ReplyToTip>().ExecuteAsync(TestPeople.Officer, receipt.TipId, "x", Cancel),
                     () => scene.Get<ReadConversation>().OfTipAsync(TestPeople.Officer, receipt.TipId, Cancel),
                 })
            Assert.Equal("forbidden", (await Assert.ThrowsAsync<ProblemException>(act)).Code);
        await scene.Get<CloseCase>().ExecuteAsync(TestPeople.Officer, filed, Outcome.FoundSafe, Cancel);
        var late = () => scene.Get<AddTipMessage>().ExecuteAsync(receipt.ReceiptCode, "x", null, Cancel);
        Assert.Equal("alert_ended", (await Assert.ThrowsAsync<ProblemException>(late)).Code);
        var unknown = () => scene.Get<AddTipMessage>().ExecuteAsync("0000000000000000", "x", null, Cancel);
        Assert.Equal("not_found", (await Assert.ThrowsAsync<ProblemException>(unknown)).Code);
    }
}
