using Reunion.Core.Common.People;
using Reunion.Core.Partners;

namespace Reunion.Tests.Dispatch;

public sealed class SuspendedPartnerTests
{
    private static readonly Actor Admin = new("admin", "Admin", "330106", "Unit", [Roles.Admin]);

    [Fact]
    public async Task A_suspended_partner_hears_that_an_alert_is_over_and_nothing_else()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync();
        var alert = await scene.IssueAsync();
        await scene.AdvanceAsync(alert);
        await scene.DrainAsync(partner);

        await scene.Get<SuspendPartner>().ExecuteAsync(Admin, partner, PartnerStatus.Suspended, TestContext.Current.CancellationToken);
        await scene.PauseAsync(alert);
        await scene.AdvanceAsync(alert);
        await scene.DrainAsync(partner);
        Assert.Equal(["alert.issued"], app.Requests.Select(r => r.Type));

        await scene.CloseAsync(alert);
        await scene.AdvanceAsync(alert);
        await scene.DrainAsync(partner);
        Assert.Equal(["alert.issued", "alert.ended"], app.Requests.Select(r => r.Type));
    }

    [Fact]
    public async Task Phones_that_came_while_a_partner_was_suspended_are_told_when_it_is_back()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync();
        var alert = await scene.IssueAsync();
        await scene.AdvanceAsync(alert);
        var suspend = scene.Get<SuspendPartner>();
        await suspend.ExecuteAsync(Admin, partner, PartnerStatus.Suspended, TestContext.Current.CancellationToken);
        scene.Report(partner, 5, 50_000);
        scene.Pump();
        await scene.AdvanceAsync(alert);

        await suspend.ExecuteAsync(Admin, partner, PartnerStatus.Active, TestContext.Current.CancellationToken);
        await scene.AdvanceAsync(alert);
        await scene.DrainAsync(partner);

        Assert.Equal(5, app.OfType("alert.recipients").Sum(r => r.Devices().Length));
    }

    [Fact]
    public async Task Reinstating_a_partner_tries_an_endpoint_again_that_was_gone()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync();
        app.Next(new Support.PartnerApps.PartnerAnswer(410));
        await scene.AdvanceAsync(await scene.IssueAsync());
        await scene.DrainAsync(partner);
        var suspend = scene.Get<SuspendPartner>();
        await suspend.ExecuteAsync(Admin, partner, PartnerStatus.Suspended, TestContext.Current.CancellationToken);
        await suspend.ExecuteAsync(Admin, partner, PartnerStatus.Active, TestContext.Current.CancellationToken);
        scene.Clock.Advance(TimeSpan.FromMinutes(1));

        await scene.DrainAsync(partner);

        Assert.Equal(2, app.Requests.Count);
    }
}
