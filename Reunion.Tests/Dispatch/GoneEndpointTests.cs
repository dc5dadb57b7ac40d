using Reunion.Core.Alerts;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Core.Partners;
using Reunion.Core.Storage;
using Reunion.Tests.Support.Databases;
using Reunion.Tests.Support.PartnerApps;

namespace Reunion.Tests.Dispatch;

public sealed class GoneEndpointTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task An_exercise_endpoint_that_is_gone_is_marked_and_holds_back_drills_only(StorageProvider provider)
    {
        await using var scene = await DispatchScene.CreateAsync(provider);
        var (partner, app) = await scene.AddPartnerAsync();
        app.Next(new PartnerAnswer(410));
        await scene.AdvanceAsync(await scene.IssueAsync(AlertMode.Exercise));
        await scene.DrainAsync(partner);
        var row = Assert.Single(await scene.RowsAsync<Partner>());
        Assert.Equal((null, scene.Clock.GetUtcNow()), (row.EndpointGoneAtUtc, row.ExerciseEndpointGoneAtUtc));

        scene.Clock.Advance(TimeSpan.FromHours(1));
        await scene.AdvanceAsync(await scene.IssueAsync(AlertMode.Test));
        await scene.AdvanceAsync(await scene.IssueAsync());
        Assert.Null(await scene.DrainAsync(partner));
        Assert.Equal(["/exercise", "/alerts"], app.Requests.Select(r => r.Path));
        var waits = await scene.Get<ReadPending>().ExecuteAsync(TestPeople.Admin, partner, Cancel);
        Assert.All(waits.Groups, g => Assert.Equal(PendingReason.EndpointGone, g.Reason));

        await scene.Get<RetryNow>().ExecuteAsync(TestPeople.Admin, partner, Cancel);
        await scene.DrainAsync(partner);
        Assert.Null(Assert.Single(await scene.RowsAsync<Partner>()).ExerciseEndpointGoneAtUtc);
        Assert.Equal(4, app.Requests.Count);
        Assert.All(await scene.RowsAsync<Delivery>(), d => Assert.Equal(DeliveryStatus.Delivered, d.Status));
    }

    [Fact]
    public async Task An_endpoint_that_is_gone_holds_back_no_drill()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync();
        app.Next(new PartnerAnswer(410));
        await scene.AdvanceAsync(await scene.IssueAsync());
        await scene.DrainAsync(partner);
        await scene.AdvanceAsync(await scene.IssueAsync(AlertMode.Exercise));
        await scene.DrainAsync(partner);
        Assert.Equal(["/alerts", "/exercise"], app.Requests.Select(r => r.Path));
        Assert.Null(Assert.Single(await scene.RowsAsync<Partner>()).ExerciseEndpointGoneAtUtc);
    }

    [Fact]
    public async Task Saving_the_partner_tries_both_endpoints_again()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync();
        app.Next(new PartnerAnswer(410), new PartnerAnswer(410));
        await scene.AdvanceAsync(await scene.IssueAsync());
        await scene.AdvanceAsync(await scene.IssueAsync(AlertMode.Exercise));
        await scene.DrainAsync(partner);
        var row = Assert.Single(await scene.RowsAsync<Partner>());
        Assert.NotNull(row.EndpointGoneAtUtc);
        Assert.NotNull(row.ExerciseEndpointGoneAtUtc);

        await scene.Get<RegisterPartner>().UpdateAsync(TestPeople.Admin, partner, row.Version, new PartnerForm
        {
            Name = row.Name, Endpoint = row.Endpoint, ExerciseEndpoint = row.ExerciseEndpoint, IsInternal = true,
        }, Cancel);
        scene.Clock.Advance(TimeSpan.FromMinutes(1));
        await scene.DrainAsync(partner);

        Assert.All(await scene.RowsAsync<Delivery>(), d => Assert.Equal(DeliveryStatus.Delivered, d.Status));
    }
}
