using Reunion.Core.Alerts;
using Reunion.Core.Alerts.Clarifications;
using Reunion.Core.Audit;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Common.Text;
using Reunion.Core.Dispatch.Outbox;

namespace Reunion.Tests.Dispatch;

public sealed class ClarificationTests
{
    private static readonly Actor Supervisor = new("reviewer", "Reviewer", "330106", "Unit", [Roles.Supervisor]);
    private static readonly Actor Officer = new("officer", "Officer", "330106", "Unit", [Roles.Officer]);
    private static readonly LocalizedText Text = new(" 网传照片不是她。 ", "The picture going round is not of her.");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_partner_is_told_once()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (first, firstApp) = await scene.AddPartnerAsync();
        var (second, secondApp) = await scene.AddPartnerAsync();
        var alert = await scene.IssueAsync(AlertMode.Actual);
        await scene.AdvanceAsync(alert);
        var id = await scene.Get<PublishClarification>().ExecuteAsync(Supervisor, alert, Text, Cancel);
        await scene.Get<PublishClarification>().ExecuteAsync(Supervisor, null, Text, Cancel);

        await Task.WhenAll(scene.Get<DispatchClarifications>().ExecuteAsync(Cancel), scene.Get<DispatchClarifications>().ExecuteAsync(Cancel));
        await scene.Get<DispatchClarifications>().ExecuteAsync(Cancel);
        await scene.DrainAsync(first);
        await scene.DrainAsync(second);

        foreach (var app in new[] { firstApp, secondApp })
        {
            var messages = app.OfType("clarification.published").Select(m => m.Data).ToList();
            Assert.Equal(2, messages.Count);
            var about = Assert.Single(messages, m => m.TryGetProperty("alertId", out _));
            Assert.Equal((id.ToString(), alert.ToString()), (about.GetProperty("clarificationId").GetString(), about.GetProperty("alertId").GetString()));
            Assert.Equal("网传照片不是她。", about.GetProperty("text").GetProperty("zh").GetString());
        }

        Assert.Equal(2, (await scene.RowsAsync<AuditEntry>()).Count(e => e.Action == AuditAction.ClarificationPublished));
    }

    [Fact]
    public async Task Nothing_is_said_of_a_drill_nor_by_an_officer_nor_in_one_language_only()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var drill = await scene.IssueAsync(AlertMode.Exercise);
        Task<ProblemException> RefusedAsync(Actor actor, LocalizedText text) => Assert.ThrowsAsync<ProblemException>(
            () => scene.Get<PublishClarification>().ExecuteAsync(actor, drill, text, Cancel));
        Assert.Equal("drill_not_public", (await RefusedAsync(Supervisor, Text)).Code);
        Assert.Equal("forbidden", (await RefusedAsync(Officer, Text)).Code);
        Assert.Equal(
            [("TextZh", "too_long"), ("TextEn", "required")],
            (await RefusedAsync(Supervisor, new LocalizedText(new string('长', 501), " "))).Fields.Select(f => (f.Field, f.Code)));
        Assert.Empty(await scene.RowsAsync<Clarification>());
    }
}
