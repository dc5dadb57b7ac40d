using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Dispatch.Receipts;
using Reunion.Core.Geography;
using Reunion.Core.Storage;
using Reunion.Core.Tips;
using Reunion.Tests.Support.Databases;

namespace Reunion.Tests.Dispatch.Receipts;

public sealed class ReadReceiptsTests
{
    private static readonly Actor Admin = new("admin", "Admin", "330106", "Unit", [Roles.Admin]);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Rings_add_up_over_partners_and_a_tip_counts_in_the_ring_it_names(StorageProvider provider)
    {
        await using var scene = await DispatchScene.CreateAsync(provider);
        var (rides, _) = await scene.AddPartnerAsync();
        var (news, _) = await scene.AddPartnerAsync();
        scene.Report(rides, 190, 191_000);
        scene.Report(news, 95, 191_000);
        var (alert, circle) = await RecordReceiptTests.SentAsync(scene, rides, news);
        scene.Clock.Advance(TimeSpan.FromHours(1));
        await scene.AdvanceAsync(alert);
        await scene.DrainAsync(rides);
        await scene.DrainAsync(news);
        var record = scene.Get<RecordReceipt>();
        await record.ExecuteAsync(rides, alert, RecordReceiptTests.Form(circle, "1", 80, 8), Cancel);
        await record.ExecuteAsync(news, alert, RecordReceiptTests.Form(circle, "1", 40, 4), Cancel);
        await record.ExecuteAsync(news, alert, RecordReceiptTests.Form(circle, "2", 20, 1, ring: 2), Cancel);
        await TipAsync(scene, alert, 50_000, rides);
        await TipAsync(scene, alert, 150_000, news);
        await TipAsync(scene, alert, 150_000, null);
        await TipAsync(scene, alert, 250_000, news);
        await TipAsync(scene, alert, null, rides);

        var tally = (await scene.Get<ReadReceipts>().OfAlertAsync(Admin, alert, Cancel))!;
        Assert.Equal([1, 2], tally.Rings.Select(r => r.Ring));
        Assert.Equal([(120, 12, 1), (20, 1, 2)], tally.Rings.Select(r => ((int)r.Delivered, (int)r.Opened, r.Tips)));
        Assert.Equal(285, tally.Sent);
        Assert.Equal((2, 5), (tally.TipsElsewhere, tally.Tips));
        Assert.Equal(2_000_000.0 / tally.Rings[1].Sent, tally.Rings[1].TipsPerMillion);
        Assert.Equal(5_000_000.0 / 285, tally.TipsPerMillion);

        var own = Assert.Single(await scene.Get<ReadReceipts>().OfPartnerAsync(Admin, news, cancel: Cancel));
        Assert.Equal([(40, 4, 0), (20, 1, 1)], own.Rings.Select(r => ((int)r.Delivered, (int)r.Opened, r.Tips)));
        Assert.Equal((95, 1), (own.Sent, own.TipsElsewhere));
    }

    [Fact]
    public async Task A_ring_that_told_nobody_has_no_rate()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, _) = await scene.AddPartnerAsync();
        var (alert, _) = await RecordReceiptTests.SentAsync(scene, partner);
        await TipAsync(scene, alert, 1000, null);
        var ring = Assert.Single((await scene.Get<ReadReceipts>().OfAlertAsync(Admin, alert, Cancel))!.Rings);
        Assert.Equal((1, null), (ring.Tips, ring.TipsPerMillion));
    }

    private static Task<TipReceipt> TipAsync(DispatchScene scene, AlertId alert, double? metres, PartnerId? partner)
    {
        var place = metres is { } far ? Geodesic.Destination(DispatchScene.Centre, 45, far) : (GeoPoint?)null;
        return scene.Get<SubmitTip>().ExecuteAsync(alert, new TipForm
        {
            Kind = TipKind.Sighting, Text = "看见一个女孩", Latitude = place?.Latitude, Longitude = place?.Longitude,
            Source = partner is null ? TipSource.PublicPage : TipSource.PartnerApi, PartnerId = partner,
        }, Cancel);
    }
}
