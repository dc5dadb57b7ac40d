using Reunion.Core.Alerts;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Core.Partners;
using Reunion.Tests.Support.PartnerApps;

namespace Reunion.Tests.Dispatch;

public sealed class FailingPartnerTests
{
    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("999999999999999999999")]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT")]
    public async Task An_endpoint_that_is_gone_is_marked_and_what_it_missed_stays_pending_whenever_it_says_to_come_back(string retryAfter)
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync();
        app.Next(new PartnerAnswer(410, Script: context =>
        {
            context.Response.Headers.RetryAfter = retryAfter;
            return Task.CompletedTask;
        }));
        await scene.AdvanceAsync(await scene.IssueAsync());

        await scene.DrainAsync(partner);
        scene.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Null(await scene.DrainAsync(partner));

        Assert.NotNull(Assert.Single(await scene.RowsAsync<Partner>()).EndpointGoneAtUtc);
        Assert.Single(app.Requests);
        Assert.Equal(DeliveryStatus.Pending, Assert.Single(await scene.RowsAsync<Delivery>()).Status);
    }

    [Fact]
    public async Task A_drill_reaches_only_the_exercise_endpoint_and_one_that_is_gone_holds_back_no_actual_alert()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync();
        app.Next(new PartnerAnswer(410));
        await scene.AdvanceAsync(await scene.IssueAsync(AlertMode.Exercise));
        await scene.DrainAsync(partner);
        Assert.All(app.Requests, r => Assert.Equal("/exercise", r.Path));

        await scene.AdvanceAsync(await scene.IssueAsync());
        await scene.DrainAsync(partner);

        Assert.Null(Assert.Single(await scene.RowsAsync<Partner>()).EndpointGoneAtUtc);
        Assert.Equal("/alerts", app.Requests[^1].Path);
    }

    [Fact]
    public async Task Retry_after_is_kept_to()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync();
        app.Next(new PartnerAnswer(429, RetryAfterSeconds: 120));
        await scene.AdvanceAsync(await scene.IssueAsync());

        var next = await scene.DrainAsync(partner);

        Assert.InRange(next!.Value, scene.Clock.GetUtcNow().AddSeconds(120), scene.Clock.GetUtcNow().AddSeconds(132));
        scene.Clock.Advance(TimeSpan.FromSeconds(119));
        await scene.DrainAsync(partner);
        Assert.Single(app.Requests);
        scene.Clock.Advance(TimeSpan.FromSeconds(13));
        await scene.DrainAsync(partner);
        Assert.Equal(2, app.Requests.Count);
    }

    [Fact]
    public async Task A_partner_that_never_answers_delays_no_other()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (silent, silentApp) = await scene.AddPartnerAsync();
        var (other, otherApp) = await scene.AddPartnerAsync();
        silentApp.Next(PartnerAnswer.Never);
        scene.Report(other, 10, 90_000);
        await scene.AdvanceAsync(await scene.IssueAsync());

        var waiting = scene.DrainAsync(silent);
        await scene.DrainAsync(other);
        Assert.Equal(["alert.issued", "alert.recipients"], otherApp.Requests.Select(r => r.Type));
        Assert.False(waiting.IsCompleted);

        scene.Clock.Advance(TimeSpan.FromSeconds(15));
        Assert.NotNull(await waiting);
        Assert.Contains(await scene.RowsAsync<DeliveryAttempt>(), a => a.Result == "timeout");
    }
}
