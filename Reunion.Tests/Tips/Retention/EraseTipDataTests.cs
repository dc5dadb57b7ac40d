using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Reunion.Core.Alerts;
using Reunion.Core.Audit;
using Reunion.Core.Cases;
using Reunion.Core.Common;
using Reunion.Core.Common.Problems;
using Reunion.Core.Photos;
using Reunion.Core.Storage;
using Reunion.Core.Tips;
using Reunion.Core.Tips.Conversation;
using Reunion.Core.Tips.Retention;
using Reunion.Tests.Support.Databases;
using Reunion.Tests.Support.Photos;

namespace Reunion.Tests.Tips.Retention;

public sealed class EraseTipDataTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Originals_contacts_and_conversations_go_ninety_days_after_the_end_and_not_before(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var (ended, live) = (await IssueAsync(scene), await IssueAsync(scene));
        var photo = (await AddAsync(scene, ended.Alert, "结束的", 2)).Photos[0].Id;
        await AddAsync(scene, live.Alert, "仍在进行", 1);
        foreach (var tip in await scene.RowsAsync<Tip>())
        {
            await scene.Get<AddTipMessage>().ExecuteAsync(tip.ReceiptCode, "我的电话13800000000", null, Cancel);
            await scene.Get<ReplyToTip>().ExecuteAsync(TestPeople.Supervisor, tip.Id, "谢谢", Cancel);
        }

        await scene.Get<CloseCase>().ExecuteAsync(TestPeople.Officer, ended.Case, Outcome.FoundSafe, Cancel);

        scene.Clock.Advance(TimeSpan.FromDays(90) - TimeSpan.FromSeconds(1));
        Assert.Equal(default, await scene.Get<EraseTipData>().ExecuteAsync(Cancel));
        Assert.NotEmpty(await scene.Get<ReadOriginal>().ExecuteAsync(TestPeople.Supervisor, photo, Cancel));
        scene.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(new ErasedTipData(0, 2, 1, 2), await scene.Get<EraseTipData>().ExecuteAsync(Cancel));
        Assert.Equal(default, await scene.Get<EraseTipData>().ExecuteAsync(Cancel));

        Assert.Equal("not_found", (await Assert.ThrowsAsync<ProblemException>(
            () => scene.Get<ReadOriginal>().ExecuteAsync(TestPeople.Supervisor, photo, Cancel))).Code);
        Assert.NotEmpty(await scene.Get<ReadTips>().PhotoAsync(TestPeople.Supervisor, photo, Cancel));
        Assert.Equal(["", "13800000000"], (await scene.RowsAsync<Tip>()).Select(t => t.Contact).Order(StringComparer.Ordinal));
        Assert.Equal(["我的电话13800000000", "谢谢"], (await scene.RowsAsync<TipMessage>()).Select(m => m.Text).Order(StringComparer.Ordinal));
        Assert.Equal([false, false, true], (await scene.Get<ReadTips>().ListAsync(TestPeople.Supervisor, cancel: Cancel)).SelectMany(t => t.Photos).Select(p => p.HasOriginal).Order());
        var entries = (await scene.RowsAsync<AuditEntry>()).Where(e => e.ActorId == "system" && e.Case == ended.Case && e.Action >= AuditAction.TipsExported).ToList();
        Assert.Equal(
            [(AuditAction.TipOriginalsErased, ended.Alert.ToString(), "2"), (AuditAction.TipContactsErased, ended.Alert.ToString(), "1"), (AuditAction.TipMessagesErased, ended.Alert.ToString(), "2")],
            entries.OrderBy(e => e.Sequence).Select(e => (e.Action, e.Subject, e.Detail)));
    }

    [Theory, OnBothDatabases]
    public async Task Photos_of_dismissed_tips_go_thirty_days_after_the_end_and_after_the_decision(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var (alert, ofCase) = await IssueAsync(scene);
        var early = await AddAsync(scene, alert, "早已驳回", 1);
        var late = await AddAsync(scene, alert, "很晚驳回", 2);
        await AddAsync(scene, alert, "没有看过", 1);
        await DismissAsync(scene, early);
        scene.Clock.Advance(TimeSpan.FromDays(200));
        Assert.Equal(default, await scene.Get<EraseTipData>().ExecuteAsync(Cancel));
        await scene.Get<CloseCase>().ExecuteAsync(TestPeople.Officer, ofCase, Outcome.FoundSafe, Cancel);
        scene.Clock.Advance(TimeSpan.FromDays(20));
        await DismissAsync(scene, late);
        Assert.Equal(default, await scene.Get<EraseTipData>().ExecuteAsync(Cancel));

        scene.Clock.Advance(TimeSpan.FromDays(10));
        Assert.Equal(new ErasedTipData(1, 0, 0, 0), await scene.Get<EraseTipData>().ExecuteAsync(Cancel));
        Assert.DoesNotContain(await scene.RowsAsync<TipPhoto>(), p => p.TipId == early.Id);
        Assert.Equal(3, (await scene.RowsAsync<TipOriginal>()).Count);
        scene.Clock.Advance(TimeSpan.FromDays(20));
        Assert.Equal(new ErasedTipData(2, 0, 0, 0), await scene.Get<EraseTipData>().ExecuteAsync(Cancel));
        Assert.Single(await scene.RowsAsync<TipPhoto>());
        Assert.Single(await scene.RowsAsync<TipOriginal>());
        Assert.Equal(["1", "2"], (await scene.RowsAsync<AuditEntry>()).Where(e => e.Action == AuditAction.TipPhotosErased).Select(e => e.Detail).Order(StringComparer.Ordinal));
    }

    [Theory, OnBothDatabases]
    public async Task What_one_run_leaves_the_next_one_erases_bundle_by_bundle(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var (alert, ofCase) = await IssueAsync(scene);
        for (var i = 0; i < 250; i++)
            await scene.Get<SubmitTip>().ExecuteAsync(alert, new TipForm { Kind = TipKind.Other, Text = $"第{i}条", Contact = $"1380000{i:0000}" }, Cancel);
        await scene.Get<CloseCase>().ExecuteAsync(TestPeople.Officer, ofCase, Outcome.FoundSafe, Cancel);
        scene.Clock.Advance(TimeSpan.FromDays(90));
        // Half of it was done when the program fell: the rows say what is left.
        await using (var db = scene.Db())
            await db.Set<Tip>().OrderBy(t => t.Id).Take(30).ExecuteUpdateAsync(s => s.SetProperty(t => t.Contact, ""), Cancel);
        Assert.Equal(220, (await scene.Get<EraseTipData>().ExecuteAsync(Cancel)).Contacts);
        Assert.DoesNotContain(await scene.RowsAsync<Tip>(), t => t.Contact.Length > 0);
        Assert.Equal([200, 20], (await scene.RowsAsync<AuditEntry>()).Where(e => e.Action == AuditAction.TipContactsErased)
            .OrderBy(e => e.Sequence).Select(e => int.Parse(e.Detail, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task The_program_looks_at_its_start_and_again_later_on()
    {
        await using var scene = await TestScene.CreateAsync(StorageProvider.Sqlite);
        await EndAsync("早已结束");
        scene.Clock.Advance(TimeSpan.FromDays(91));
        var service = scene.Get<IEnumerable<IHostedService>>().OfType<TipErasing>().Single();
        await service.StartAsync(Cancel);
        await GoneAsync(TimeSpan.Zero);
        await EndAsync("后来结束");
        scene.Clock.Advance(TimeSpan.FromDays(91));
        await GoneAsync(TimeSpan.FromHours(6));

        await service.StopAsync(Cancel);

        async Task EndAsync(string text)
        {
            var (alert, ofCase) = await IssueAsync(scene);
            await AddAsync(scene, alert, text, 1);
            await scene.Get<CloseCase>().ExecuteAsync(TestPeople.Officer, ofCase, Outcome.FoundSafe, Cancel);
        }

        async Task GoneAsync(TimeSpan step)
        {
            for (var tries = 0; tries < 600 && (await scene.RowsAsync<TipOriginal>()).Count > 0; tries++)
            {
                await Task.Delay(50, Cancel);
                scene.Clock.Advance(step);
            }

            Assert.Empty(await scene.RowsAsync<TipOriginal>());
        }
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(0.9, false)]
    [InlineData(1, true)]
    [InlineData(3650, true)]
    [InlineData(3651, false)]
    [InlineData(-30, false)]
    public void Times_are_a_day_to_ten_years(double days, bool isRight)
    {
        var time = TimeSpan.FromDays(days);
        var validator = new TipRetentionOptionsValidator();
        foreach (var (key, options) in new[]
                 {
                     ("Originals", new TipRetentionOptions { Originals = time }), ("Contacts", new TipRetentionOptions { Contacts = time }),
                     ("DismissedPhotos", new TipRetentionOptions { DismissedPhotos = time }),
                 })
        {
            var result = validator.Validate(null, options);
            Assert.Equal(isRight, result.Succeeded);
            if (!isRight)
                Assert.Contains($"Reunion:Tips:Retention:{key} ", result.FailureMessage, StringComparison.Ordinal);
        }
    }

    private static async Task<(AlertId Alert, CaseId Case)> IssueAsync(TestScene scene)
    {
        var id = await scene.FiledAsync();
        return (await scene.IssuedAsync(id), id);
    }

    private static Task<TipSummary> AddAsync(TestScene scene, AlertId alert, string text, int photos)
    {
        var form = TestFiles.Tip();
        (form.Text, form.Contact) = (text, photos == 2 && text == "结束的" || text == "仍在进行" ? "13800000000" : "");
        form.Photos = [.. Enumerable.Range(0, photos).Select(i => new PhotoUpload($"{i}.jpg", DrawnFace.Encode()))];
        return scene.TippedAsync(alert, form);
    }

    private static Task DismissAsync(TestScene scene, TipSummary tip) =>
        scene.Get<ReviewTip>().DismissAsync(TestPeople.Supervisor, tip.Id, tip.Version, "another child", Cancel);
}
