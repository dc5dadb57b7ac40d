using Bunit;
using Reunion.Console.Components.Pages.Partners.Pending;
using Reunion.Core.Partners;
using Reunion.Tests.Dispatch;
using Reunion.Tests.Support;
using Reunion.Tests.Support.PartnerApps;

namespace Reunion.Tests.Console.Partners;

public sealed class PendingPanelTests
{
    [Theory]
    [InlineData("en", "Failed; tried again at its time")]
    [InlineData("zh-Hans", "失败，将按时重试")]
    public async Task It_says_why_a_message_waits_and_retries_it_at_a_click(string language, string reason)
    {
        using var culture = new CultureScope(language);
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync();
        app.Next(new PartnerAnswer(503, RetryAfterSeconds: 1700));
        await scene.AdvanceAsync(await scene.IssueAsync());
        await scene.DrainAsync(partner);
        await using var context = await PartnersContext.CreateAsync(scene);
        var panel = context.Render<PendingPanel>(p => p.Add(x => x.Partner, scene.RowsAsync<Partner>().Result.Single()));
        var row = panel.WaitForElement(Id("pending-group")).TextContent;
        Assert.Contains(reason, row, StringComparison.Ordinal);
        Assert.Contains("503", row, StringComparison.Ordinal);

        await panel.Find(Id("retry-now")).ClickAsync(new());
        await scene.DrainAsync(partner);

        Assert.Equal(2, app.Requests.Count);
        scene.Clock.Advance(TimeSpan.FromSeconds(4));
        panel.WaitForAssertion(() => Assert.Empty(panel.FindAll(Id("pending-group"))));
    }

    [Fact]
    public async Task Pausing_asks_first_and_says_what_still_goes_out()
    {
        using var culture = new CultureScope("en");
        await using var scene = await DispatchScene.CreateAsync();
        await scene.AddPartnerAsync();
        await using var context = await PartnersContext.CreateAsync(scene);
        var dialogs = context.Dialogs();
        var told = 0;
        var panel = context.Render<PendingPanel>(p => p.Add(x => x.Partner, scene.RowsAsync<Partner>().Result.Single()).Add(x => x.Changed, () => told++));
        var pausing = panel.WaitForElement(Id("pause-delivery")).ClickAsync(new());
        Assert.Contains("Only that an alert is over still goes out", dialogs.WaitForElement(".mud-dialog-content").TextContent, StringComparison.Ordinal);
        Assert.Null(Assert.Single(await scene.RowsAsync<Partner>()).DeliveryPausedAtUtc);

        await dialogs.FindAll(".mud-dialog-actions button").Single(b => b.TextContent.Contains("Pause sending", StringComparison.Ordinal)).ClickAsync(new());
        await pausing;
        Assert.NotNull(Assert.Single(await scene.RowsAsync<Partner>()).DeliveryPausedAtUtc);
        Assert.NotNull(panel.WaitForElement(Id("pending-paused")));

        await panel.Find(Id("resume-delivery")).ClickAsync(new());
        Assert.Null(Assert.Single(await scene.RowsAsync<Partner>()).DeliveryPausedAtUtc);
        Assert.Equal(2, told);
    }

    [Fact]
    public async Task A_replay_takes_the_range_that_was_written_in_local_time()
    {
        using var culture = new CultureScope("en");
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync();
        app.Next(new PartnerAnswer(503, RetryAfterSeconds: 1700));
        await scene.AdvanceAsync(await scene.IssueAsync());
        await scene.DrainAsync(partner);
        await using var context = await PartnersContext.CreateAsync(scene);
        var panel = context.Render<PendingPanel>(p => p.Add(x => x.Partner, scene.RowsAsync<Partner>().Result.Single()));

        // The message was made at 08:00 UTC, which is 16:00 where the console is used.
        await panel.WaitForElement(Id("replay-from")).ChangeAsync("2026-11-23T08:00");
        await panel.Find(Id("replay-to")).ChangeAsync("2026-11-23T15:00");
        await panel.Find(Id("replay")).ClickAsync(new());
        await scene.DrainAsync(partner);
        Assert.Single(app.Requests);

        await panel.Find(Id("replay-to")).ChangeAsync("2026-11-23T16:01");
        await panel.Find(Id("replay")).ClickAsync(new());
        await scene.DrainAsync(partner);
        Assert.Equal(2, app.Requests.Count);

        await panel.Find(Id("replay-to")).ChangeAsync("2026-11-22T16:01");
        Assert.True(panel.Find(Id("replay")).HasAttribute("disabled"));
    }

    private static string Id(string testId) => $"[data-testid={testId}]";
}
