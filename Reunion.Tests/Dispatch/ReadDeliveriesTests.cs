using Reunion.Core.Alerts;
using Reunion.Core.Common.Problems;
using Reunion.Core.Dispatch.Health;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Core.Dispatch.Receipts;
using Reunion.Core.Tips;
using Reunion.Tests.Support.Databases;
using Reunion.Tests.Support.PartnerApps;

namespace Reunion.Tests.Dispatch;

public sealed class ReadDeliveriesTests
{
    [Fact]
    public async Task Each_message_is_listed_with_its_attempts_and_the_outbox_with_what_waits()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var cancel = TestContext.Current.CancellationToken;
        var (partner, app) = await scene.AddPartnerAsync();
        app.Next(PartnerAnswer.Ok, new PartnerAnswer(500));
        scene.Report(partner, 10, 90_000);
        await scene.AdvanceAsync(await scene.IssueAsync());
        await scene.DrainAsync(partner);

        var read = scene.Get<ReadDeliveries>();
        var messages = await read.RecentAsync(TestPeople.Admin, partner, cancel: cancel);
        var stuck = Assert.Single(messages, m => m.Status == DeliveryStatus.Pending);
        Assert.Equal((MessageType.AlertRecipients, "500", 1), (stuck.Type, stuck.LastResult, stuck.Attempts));
        Assert.Equal("500", Assert.Single(await read.AttemptsAsync(TestPeople.Admin, stuck.Id, cancel)).Result);
        var health = (await scene.Get<ReadHealth>().ExecuteAsync(TestPeople.Officer, cancel))[partner];
        Assert.Equal((1, "500"), (health.Pending, health.LastResult));
    }

    [Fact]
    public async Task Messages_are_for_those_who_manage_partners()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, _) = await scene.AddPartnerAsync();
        await Assert.ThrowsAsync<ProblemException>(() =>
            scene.Get<ReadDeliveries>().RecentAsync(TestPeople.Supervisor, partner, cancel: TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Figures_count_actual_alerts_and_leave_exercises_out()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var cancel = TestContext.Current.CancellationToken;
        var (partner, _) = await scene.AddPartnerAsync();
        scene.Report(partner, 10, 90_000);
        var alert = await scene.IssueAsync();
        await scene.AdvanceAsync(alert);
        await scene.AdvanceAsync(await scene.IssueAsync(AlertMode.Exercise));
        await scene.DrainAsync(partner);
        var circle = (await scene.RowsAsync<Circle>()).Single(c => c.AlertId == alert);
        await scene.Get<RecordReceipt>().ExecuteAsync(partner, alert, new ReceiptForm("r1", circle.Id.ToString(), 1, 8, 3), cancel);
        await scene.Get<SubmitTip>().ExecuteAsync(alert, TestFiles.Tip(), cancel);

        var figures = await scene.Get<ReadFigures>().ExecuteAsync(TestPeople.Officer, cancel);

        Assert.Equal((1, 0, 10L, 8L, 3L), (figures.OpenAlerts, figures.EndedAlerts, figures.PhonesTold, figures.Delivered, figures.Opened));
        Assert.Equal([new RingFigure(1, 1, 10, 8, 3)], figures.Rings);
        Assert.Equal([new TipFigure(TipKind.Sighting, TipReview.New, 1)], figures.Tips);
        Assert.Equal(TimeSpan.Zero, figures.MedianLastSeenToIssued);
    }
}
