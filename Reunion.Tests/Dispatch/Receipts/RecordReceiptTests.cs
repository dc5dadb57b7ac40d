using Microsoft.EntityFrameworkCore;
using Reunion.Core.Alerts;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Dispatch.Receipts;
using Reunion.Core.Partners;
using Reunion.Core.Storage;
using Reunion.Tests.Support.Databases;

namespace Reunion.Tests.Dispatch.Receipts;

public sealed class RecordReceiptTests
{
    private static readonly Actor Admin = new("admin", "Admin", "330106", "Unit", [Roles.Admin]);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Reports_of_a_ring_add_up_also_when_they_come_at_once_and_the_same_one_counts_once(StorageProvider provider)
    {
        await using var scene = await DispatchScene.CreateAsync(provider);
        var (partner, _) = await scene.AddPartnerAsync();
        scene.Report(partner, 200, 90_000);
        var (alert, circle) = await SentAsync(scene, partner);
        await Task.WhenAll(Enumerable.Range(0, 24).Select(i => Task.Run(() =>
            scene.Get<RecordReceipt>().ExecuteAsync(partner, alert, Form(circle, $"r-{i / 2}", 10, 2), Cancel))));

        Assert.Equal(12, (await scene.RowsAsync<Receipt>()).Count);
        var ring = Assert.Single((await scene.Get<ReadReceipts>().OfAlertAsync(Admin, alert, Cancel))!.Rings);
        Assert.Equal((200, 120, 24, 0), (ring.Sent, ring.Delivered, ring.Opened, ring.Unfounded));
    }

    [Fact]
    public async Task What_cannot_be_is_refused_and_changes_nothing()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, _) = await scene.AddPartnerAsync();
        var (empty, _) = await scene.AddPartnerAsync();
        scene.Report(partner, 50, 90_000);
        var (alert, circle) = await SentAsync(scene, partner, empty);
        var (_, elsewhere) = await SentAsync(scene, partner);

        Assert.Equal("ring ring_not_sent", await RefusalAsync(partner, Form(circle, "a", 1, 0, ring: 2)));
        Assert.Equal("ring ring_not_sent", await RefusalAsync(empty, Form(circle, "a", 1, 0)));
        Assert.Equal("circleId unknown_circle", await RefusalAsync(partner, Form(elsewhere, "a", 1, 0)));
        Assert.Equal("opened opened_exceeds_delivered", await RefusalAsync(partner, Form(circle, "a", 3, 4)));
        Assert.Equal("delivered out_of_range", await RefusalAsync(partner, Form(circle, "a", -1, 0)));
        Assert.Equal("delivered out_of_range", await RefusalAsync(partner, Form(circle, "a", RecordReceipt.MostPhones + 1, 0)));
        Assert.Equal("opened out_of_range", await RefusalAsync(partner, Form(circle, "a", 0, -1)));
        Assert.Empty(await scene.RowsAsync<Receipt>());

        // In the sum of all reports: phones open later what they were shown before.
        await scene.Get<RecordReceipt>().ExecuteAsync(partner, alert, Form(circle, "b", 5, 0), Cancel);
        await scene.Get<RecordReceipt>().ExecuteAsync(partner, alert, Form(circle, "c", 0, 5), Cancel);
        Assert.Equal("opened opened_exceeds_delivered", await RefusalAsync(partner, Form(circle, "d", 0, 1)));

        async Task<string> RefusalAsync(PartnerId who, ReceiptForm form)
        {
            var refused = await Assert.ThrowsAsync<ProblemException>(() => scene.Get<RecordReceipt>().ExecuteAsync(who, alert, form, Cancel));
            return $"{refused.Fields.Single().Field} {refused.Fields.Single().Code}";
        }
    }

    [Fact]
    public async Task More_phones_than_a_partner_was_sent_are_kept_as_it_said_and_not_counted()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, _) = await scene.AddPartnerAsync();
        scene.Report(partner, 50, 90_000);
        var (alert, circle) = await SentAsync(scene, partner);
        await scene.Get<RecordReceipt>().ExecuteAsync(partner, alert, Form(circle, "a", 40, 40), Cancel);
        await scene.Get<RecordReceipt>().ExecuteAsync(partner, alert, Form(circle, "b", 40, 40), Cancel);

        var ring = Assert.Single((await scene.Get<ReadReceipts>().OfAlertAsync(Admin, alert, Cancel))!.Rings);
        Assert.Equal((50, 50, 30), (ring.Delivered, ring.Opened, ring.Unfounded));
        Assert.Equal(80, Assert.Single(await scene.RowsAsync<RingReceipt>()).ReportedDelivered);
    }

    [Fact]
    public async Task A_partner_that_finds_phones_itself_may_report_of_more_than_it_was_sent()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (both, _) = await scene.AddPartnerAsync(Targeting.Both);
        var (area, _) = await scene.AddPartnerAsync(Targeting.Area);
        scene.Report(both, 50, 90_000);
        var (alert, circle) = await SentAsync(scene, both, area);
        await scene.Get<RecordReceipt>().ExecuteAsync(both, alert, Form(circle, "a", 80, 8), Cancel);
        await scene.Get<RecordReceipt>().ExecuteAsync(area, alert, Form(circle, "a", 9000, 1200), Cancel);

        var ring = Assert.Single((await scene.Get<ReadReceipts>().OfAlertAsync(Admin, alert, Cancel))!.Rings);
        Assert.Equal((50, 9030, 9080, 1208, 0), (ring.Sent, ring.ByArea, ring.Delivered, ring.Opened, ring.Unfounded));
        Assert.Equal(9080, ring.Told);
    }

    internal static ReceiptForm Form(CircleId circle, string id, long delivered, long opened, int ring = 1) =>
        new(id, circle.ToString(), ring, delivered, opened);

    internal static async Task<(AlertId Alert, CircleId Circle)> SentAsync(DispatchScene scene, params PartnerId[] partners)
    {
        var alert = await scene.IssueAsync();
        await scene.AdvanceAsync(alert);
        foreach (var partner in partners)
            await scene.DrainAsync(partner);
        await using var db = scene.Db();
        return (alert, await db.Set<Circle>().Where(c => c.AlertId == alert).Select(c => c.Id).SingleAsync(Cancel));
    }
}
