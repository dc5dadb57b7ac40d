using Reunion.Core.Alerts;
using Reunion.Core.Common.People;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Core.Tips;

namespace Reunion.Tests.Dispatch;

public sealed class DrillTipTests
{
    private static readonly Actor Reviewer = new("reviewer", "Reviewer", "330106", "Unit", [Roles.Supervisor]);

    [Theory, InlineData(AlertMode.Exercise, "/exercise"), InlineData(AlertMode.Actual, "/alerts")]
    public async Task What_came_of_a_tip_goes_where_its_alert_went(AlertMode mode, string path)
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync();
        var cancel = TestContext.Current.CancellationToken;
        var alert = await scene.IssueAsync(mode);
        await scene.AdvanceAsync(alert);
        var tip = await scene.Get<SubmitTip>().ExecuteAsync(
            alert, new TipForm { Kind = TipKind.Sighting, Text = "I saw her", Source = TipSource.PartnerApi, PartnerId = partner }, cancel);
        await scene.Get<ReviewTip>().VerifyAsync(Reviewer, tip.TipId, 0, "Seen on camera", withCircle: false, cancel);

        await Task.WhenAll(scene.Get<DispatchReviews>().ExecuteAsync(cancel), scene.Get<DispatchReviews>().ExecuteAsync(cancel));
        await scene.DrainAsync(partner);

        Assert.Equal(path, Assert.Single(app.OfType("tip.reviewed")).Path);
        Assert.Equal(1, Assert.Single(await scene.RowsAsync<Tip>()).Version);
    }
}
