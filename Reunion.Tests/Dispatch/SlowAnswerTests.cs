using Reunion.Tests.Support.PartnerApps;

namespace Reunion.Tests.Dispatch;

public sealed class SlowAnswerTests
{
    [Fact]
    public async Task A_message_without_an_answer_holds_back_no_other_of_the_partner()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync();
        app.Next(PartnerAnswer.Never);
        await scene.AdvanceAsync(await scene.IssueAsync());
        var draining = scene.DrainAsync(partner);
        await UntilAsync(() => app.Requests.Count == 1);

        await scene.AdvanceAsync(await scene.IssueAsync());
        // Less than the fifteen seconds that the first may take.
        await UntilAsync(() => app.Requests.Count == 2, scene, seconds: 5);

        Assert.False(draining.IsCompleted);
        scene.Clock.Advance(TimeSpan.FromSeconds(15));
        await UntilAsync(() => draining.IsCompleted, scene, seconds: 5);
        Assert.Equal(2, app.Requests.DistinctBy(r => r.Id).Count());
    }

    [Fact]
    public async Task The_end_of_an_alert_does_not_overtake_its_phones()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync();
        scene.Report(partner, 10, 90_000);
        var alert = await scene.IssueAsync();
        await scene.AdvanceAsync(alert);
        app.Next(PartnerAnswer.Ok, PartnerAnswer.Never);
        var draining = scene.DrainAsync(partner);
        await UntilAsync(() => app.OfType("alert.recipients").Count == 1, scene, seconds: 1);

        await scene.CloseAsync(alert);
        await scene.AdvanceAsync(alert);
        // Another alert's message shows that the outbox looked again.
        await scene.AdvanceAsync(await scene.IssueAsync());
        await UntilAsync(() => app.OfType("alert.issued").Count == 2, scene, seconds: 5);
        Assert.Empty(app.OfType("alert.ended"));

        scene.Clock.Advance(TimeSpan.FromSeconds(15));
        await UntilAsync(() => draining.IsCompleted, scene, seconds: 5);
        Assert.Single(app.OfType("alert.ended"));
        Assert.Single(app.OfType("alert.recipients"), r => r.Data.GetProperty("alertId").GetString() == alert.ToString());
    }

    /// <summary>Waits in real time, and turns the scene's clock meanwhile by as many seconds at most.</summary>
    private static async Task UntilAsync(Func<bool> isSo, DispatchScene? scene = null, int seconds = 0)
    {
        var turns = seconds * 10;
        for (var i = 0; i < 1_500 && !isSo(); i++)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
            if (i % 3 == 2 && turns-- > 0)
                scene?.Clock.Advance(TimeSpan.FromMilliseconds(100));
        }

        Assert.True(isSo());
    }
}
