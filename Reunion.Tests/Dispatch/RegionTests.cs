using Reunion.Core.Alerts;
using Reunion.Core.Cases;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Core.Geography;
using Reunion.Core.Partners;
using Reunion.Core.Storage;
using Reunion.Tests.Support.Databases;

namespace Reunion.Tests.Dispatch;

public sealed class RegionTests
{
    // 230 km to its edge: beyond the rings of 100 and 200 km, within that of 300.
    private static readonly ServiceRegion North = Region(250_000, 20_000);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task An_alert_reaches_a_regional_partner_once_a_circle_grows_into_its_region(StorageProvider provider)
    {
        await using var scene = await DispatchScene.CreateAsync(provider);
        var (regional, app) = await scene.AddPartnerAsync(regions: North);
        var (everywhere, otherApp) = await scene.AddPartnerAsync();
        scene.Report(regional, 6, 90_000);
        var alert = await scene.IssueAsync();
        await scene.AdvanceAsync(alert);
        scene.Clock.Advance(TimeSpan.FromHours(1));
        await scene.AdvanceAsync(alert);
        await scene.DrainAsync(regional);
        await scene.DrainAsync(everywhere);
        Assert.Empty(app.Requests);
        Assert.Equal(["alert.issued", "alert.expanded"], otherApp.Requests.Select(r => r.Type));

        scene.Clock.Advance(TimeSpan.FromHours(1));
        // The positions of two hours ago are as good as new ones.
        await scene.AdvanceAsync(alert);
        await scene.DrainAsync(regional);

        Assert.Equal("alert.issued", app.Requests[0].Type);
        Assert.Equal(300_000, app.Requests[0].Data.GetProperty("circles")[0].GetProperty("radiusMetres").GetDouble());
        Assert.Equal([1UL, 2, 3, 4, 5, 6], app.OfType("alert.recipients").SelectMany(r => r.Devices()).Order().ToArray());
        await scene.CloseAsync(alert);
        await scene.AdvanceAsync(alert);
        await scene.DrainAsync(regional);
        Assert.Equal("alert.ended", app.Requests[^1].Type);
    }

    [Fact]
    public async Task An_alert_that_ends_before_it_touches_a_region_stays_unknown_there()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (regional, app) = await scene.AddPartnerAsync(regions: North);
        var alert = await scene.IssueAsync();
        await scene.AdvanceAsync(alert);
        await scene.CloseAsync(alert);
        await scene.AdvanceAsync(alert);
        await scene.DrainAsync(regional);
        Assert.Empty(app.Requests);
        Assert.Empty(await scene.RowsAsync<Delivery>());
    }

    [Fact]
    public async Task One_region_that_is_touched_is_enough()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (regional, app) = await scene.AddPartnerAsync(regions: [North, Region(5_000, 1_000)]);
        await scene.AdvanceAsync(await scene.IssueAsync());
        await scene.DrainAsync(regional);
        Assert.Equal("alert.issued", Assert.Single(app.Requests).Type);
    }

    [Fact]
    public async Task Rings_that_are_due_when_an_alert_is_issued_count_from_the_start()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (regional, app) = await scene.AddPartnerAsync(regions: North);
        scene.Report(regional, 6, 90_000);
        var alert = await scene.IssueAsync();
        scene.Clock.Advance(TimeSpan.FromHours(2));
        await scene.AdvanceAsync(alert);
        await scene.DrainAsync(regional);
        Assert.Equal(["alert.issued", "alert.recipients"], app.Requests.Select(r => r.Type));
    }

    [Fact]
    public async Task A_partner_that_carries_an_alert_hears_the_rest_of_it_whatever_its_regions_become()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (regional, app) = await scene.AddPartnerAsync(regions: Region(5_000, 1_000));
        var (told, other) = (await scene.IssueAsync(), await scene.IssueAsync());
        await scene.AdvanceAsync(told);
        await scene.DrainAsync(regional);
        var partner = Assert.Single(await scene.RowsAsync<Partner>());
        await scene.Get<RegisterPartner>().UpdateAsync(TestPeople.Admin, regional, partner.Version, new PartnerForm
        {
            Name = partner.Name, Endpoint = partner.Endpoint, IsInternal = true, Regions = [Region(5_000_000, 1_000)],
        }, Cancel);

        await scene.AdvanceAsync(other);
        await scene.PauseAsync(told);
        await scene.AdvanceAsync(told);
        await scene.DrainAsync(regional);

        Assert.Equal(["alert.issued", "alert.paused"], app.Requests.Select(r => r.Type));
        partner = Assert.Single(await scene.RowsAsync<Partner>());
        await using var db = scene.Db();
        var facts = new[] { (await Core.Alerts.Publishing.AlertFacts.FindAsync(db, told, Cancel))!, (await Core.Alerts.Publishing.AlertFacts.FindAsync(db, other, Cancel))! };
        Assert.Equal([told], await scene.Get<ReadCarried>().ExecuteAsync(partner, [.. facts.Select(f => f.Alert)], Cancel));
    }

    [Fact]
    public async Task The_reach_that_an_officer_sees_leaves_a_regional_partner_out_until_it_is_touched()
    {
        await using var scene = await DispatchScene.CreateAsync();
        await scene.AddPartnerAsync(regions: North);
        await scene.IssueAsync();
        var missing = Assert.Single(await scene.RowsAsync<Case>());
        var steps = await scene.Get<PreviewReach>().ExecuteAsync(TestPeople.Officer, missing, ClockStart.Report, cancel: Cancel);
        Assert.Equal([0, 0, 1], steps.Take(3).Select(s => s.Partners.Count));
    }

    [Theory]
    [InlineData(120_000, 20_000, 100_000, true)]
    [InlineData(120_002, 20_000, 100_000, false)]
    [InlineData(0, 1_000, 0, true)]
    public void A_region_is_touched_when_the_edges_meet(double distance, double regionRadius, double circleRadius, bool touches) =>
        Assert.Equal(touches, Region(distance, regionRadius).Touches(DispatchScene.Centre, circleRadius));

    [Fact]
    public void A_region_across_the_antimeridian_is_as_near_as_it_is() =>
        Assert.True(new ServiceRegion("Fiji", -17, 179.9, 100_000).Touches(new GeoPoint(-17, -179.9), 10_000));

    private static ServiceRegion Region(double distanceMetres, double radiusMetres)
    {
        // Rounding must not decide a test: a metre nearer.
        var point = Geodesic.Destination(DispatchScene.Centre, 0, Math.Max(0, distanceMetres - 1));
        return new ServiceRegion("Region", point.Latitude, point.Longitude, radiusMetres);
    }
}
