using Reunion.Core.Audit;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Storage;
using Reunion.Core.Tips;
using Reunion.Core.Tips.Export;
using Reunion.Tests.Support.Databases;

namespace Reunion.Tests.Tips.Export;

public sealed class ExportTipsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task The_tips_of_one_alert_come_oldest_first_with_their_decisions_and_the_audit_says_who_took_them(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var (alert, other) = (await scene.IssuedAsync(), await scene.IssuedAsync());
        var first = await AddAsync(scene, alert, "第一条", "13800000000");
        await AddAsync(scene, other, "别的孩子", "");
        await AddAsync(scene, alert, "第二条", "");
        await scene.Get<ReviewTip>().VerifyAsync(TestPeople.Supervisor, first.Id, first.Version, "camera", false, Cancel);

        var exports = scene.Get<ExportTips>();
        var export = await exports.BeginAsync(TestPeople.Supervisor, alert, ExportFormat.Pdf, cancel: Cancel);
        scene.Clock.Advance(TimeSpan.FromMinutes(1));
        await AddAsync(scene, alert, "太晚了", "");
        var tips = await exports.ReadAsync(export, Cancel).ToListAsync(Cancel);

        Assert.Equal([(1, "第一条"), (2, "第二条")], tips.Select(t => (t.Number, t.Text)));
        Assert.Equal(("13800000000", TipReview.Verified, "camera", TestPeople.Supervisor.Name), (tips[0].Contact, tips[0].Review, tips[0].ReviewReason, tips[0].ReviewedByName));
        Assert.NotNull(tips[0].ReviewedAtUtc);
        Assert.Equal((2, 1, "小雨"), (export.Total, export.Parts, export.ChildName));
        var entry = Assert.Single(await scene.RowsAsync<AuditEntry>(), e => e.Action == AuditAction.TipsExported);
        Assert.Equal((TestPeople.Supervisor.AccountId, alert.ToString(), export.CaseId, "PDF, 2"), (entry.ActorId, entry.Subject, entry.Case!.Value, entry.Detail));
    }

    [Fact]
    public async Task Only_those_who_review_tips_take_them_and_nothing_is_kept_of_a_refusal()
    {
        await using var scene = await TestScene.CreateAsync(StorageProvider.Sqlite);
        var alert = await scene.IssuedAsync();
        foreach (var actor in (Actor[])[TestPeople.Officer, TestPeople.OfficerElsewhere, TestPeople.Admin, TestPeople.Nobody])
            Assert.Equal("forbidden", await RefusedAsync(actor, alert, 1));
        Assert.Equal("not_found", await RefusedAsync(TestPeople.Supervisor, TypedId.New<AlertId>(scene.Clock), 1));
        Assert.Equal("not_found", await RefusedAsync(TestPeople.Supervisor, alert, 2));
        Assert.Equal("not_found", await RefusedAsync(TestPeople.Supervisor, alert, 0));
        Assert.DoesNotContain(await scene.RowsAsync<AuditEntry>(), e => e.Action == AuditAction.TipsExported);

        async Task<string> RefusedAsync(Actor actor, AlertId of, int part) => (await Assert.ThrowsAsync<ProblemException>(
            () => scene.Get<ExportTips>().BeginAsync(actor, of, ExportFormat.Csv, part, Cancel))).Code;
    }

    private static Task<TipSummary> AddAsync(TestScene scene, AlertId alert, string text, string contact)
    {
        scene.Clock.Advance(TimeSpan.FromSeconds(1));
        var form = TestFiles.Tip();
        (form.Text, form.Contact) = (text, contact);
        return scene.TippedAsync(alert, form);
    }
}
