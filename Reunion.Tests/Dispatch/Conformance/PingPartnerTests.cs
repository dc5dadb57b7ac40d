using Reunion.Core.Alerts;
using Reunion.Core.Audit;
using Reunion.Core.Common.Problems;
using Reunion.Core.Dispatch.Conformance;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Tests.Support;
using Reunion.Tests.Support.PartnerApps;

namespace Reunion.Tests.Dispatch.Conformance;

public sealed class PingPartnerTests
{
    [Theory]
    [InlineData(AlertMode.Actual, "/alerts")]
    [InlineData(AlertMode.Exercise, "/exercise")]
    public async Task A_ping_is_signed_sent_once_and_shown_with_its_answer(AlertMode mode, string path)
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync();
        app.Next(new PartnerAnswer(503, RetryAfterSeconds: 60));

        var exchange = await scene.Get<PingPartner>().ExecuteAsync(TestActors.Admin, partner, mode, TestContext.Current.CancellationToken);

        var request = Assert.Single(app.Requests);
        Assert.True(request.IsSigned);
        Assert.Equal((MessageType.PartnerPing, path), (request.Type, request.Path));
        Assert.Equal(503, exchange.Status);
        Assert.Contains($"webhook-id: {request.Id}", exchange.RequestText(), StringComparison.Ordinal);
        Assert.Contains("\"type\":\"partner.ping\"", exchange.RequestText(), StringComparison.Ordinal);
        Assert.StartsWith("503\n", exchange.AnswerText(), StringComparison.Ordinal);
        Assert.Contains("Retry-After: 60", exchange.AnswerText(), StringComparison.Ordinal);
        Assert.Empty(await scene.RowsAsync<Delivery>());
        Assert.Single(await scene.RowsAsync<AuditEntry>(), e => e.Action == AuditAction.PartnerPinged && e.Subject == partner.ToString());
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_judged_by_its_status_as_that_to_an_alert_is()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, _) = await scene.AddPartnerAsync();
        using var app = new CutOffApp(200, "taken");
        await scene.MoveAsync(partner, app.Endpoint);

        var exchange = await scene.Get<PingPartner>().ExecuteAsync(TestActors.Admin, partner, AlertMode.Actual, TestContext.Current.CancellationToken);

        Assert.Equal(200, exchange.Status);
        Assert.EndsWith("\n\ntaken", exchange.AnswerText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_does_not_manage_partners_pings_nobody()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync();
        var ping = scene.Get<PingPartner>();
        Assert.Equal("forbidden", (await Assert.ThrowsAsync<ProblemException>(() => ping.ExecuteAsync(
            TestActors.Officer, partner, AlertMode.Actual, TestContext.Current.CancellationToken))).Code);
        Assert.Empty(app.Requests);
    }
}
