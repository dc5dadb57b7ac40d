using Reunion.Core.Audit;
using Reunion.Core.Common;
using Reunion.Core.Common.Problems;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Core.Live;
using Reunion.Core.Partners;
using Reunion.Core.Storage;
using Reunion.Tests.Support.Databases;
using Reunion.Tests.Support.PartnerApps;

namespace Reunion.Tests.Dispatch;

public sealed class OperatorTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Retry_now_does_not_wait_for_the_schedule(StorageProvider provider)
    {
        await using var scene = await DispatchScene.CreateAsync(provider);
        var (partner, app) = await scene.AddPartnerAsync();
        app.Next(new PartnerAnswer(503, RetryAfterSeconds: 1700));
        await scene.AdvanceAsync(await scene.IssueAsync());
        await scene.DrainAsync(partner);
        await scene.DrainAsync(partner);
        Assert.Single(app.Requests);

        Assert.Equal(1, await scene.Get<RetryNow>().ExecuteAsync(TestPeople.Admin, partner, Cancel));
        await scene.DrainAsync(partner);

        Assert.Equal(2, app.Requests.Count);
        Assert.Contains(await scene.RowsAsync<AuditEntry>(), e => e.Action == AuditAction.DeliveryRetried && e.Subject == partner.ToString());
    }

    [Fact]
    public async Task Retry_now_closes_an_open_circuit()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync();
        app.Otherwise = () => new PartnerAnswer(500);
        for (var i = 0; i < 12; i++)
            await scene.AdvanceAsync(await scene.IssueAsync());
        await scene.DrainAsync(partner);
        var circuits = scene.Get<PartnerCircuits>();
        Assert.True(circuits.IsOpen(partner));
        Assert.Equal(
            [(PendingReason.Failed, "500", 8), (PendingReason.CircuitOpen, "", 4)],
            (await scene.Get<ReadPending>().ExecuteAsync(TestPeople.Admin, partner, Cancel)).Groups.Select(Facts));
        app.Otherwise = () => PartnerAnswer.Ok;

        await scene.Get<RetryNow>().ExecuteAsync(TestPeople.Admin, partner, Cancel);
        Assert.False(circuits.IsOpen(partner));
        await scene.DrainAsync(partner);

        Assert.All(await scene.RowsAsync<Delivery>(), d => Assert.Equal(DeliveryStatus.Delivered, d.Status));
    }

    [Fact]
    public async Task Retry_now_tries_an_endpoint_again_that_was_gone()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync();
        app.Next(new PartnerAnswer(410));
        await scene.AdvanceAsync(await scene.IssueAsync());
        await scene.DrainAsync(partner);
        var overview = await scene.Get<ReadPending>().ExecuteAsync(TestPeople.Admin, partner, Cancel);
        Assert.Equal((PendingReason.EndpointGone, "410", 1), Facts(Assert.Single(overview.Groups)));

        await scene.Get<RetryNow>().ExecuteAsync(TestPeople.Admin, partner, Cancel);
        await scene.DrainAsync(partner);

        Assert.Equal(2, app.Requests.Count);
    }

    [Theory, OnBothDatabases]
    public async Task A_paused_partner_is_sent_only_ends_until_it_is_resumed(StorageProvider provider)
    {
        await using var scene = await DispatchScene.CreateAsync(provider);
        var (partner, app) = await scene.AddPartnerAsync();
        var (other, otherApp) = await scene.AddPartnerAsync();
        var (over, goesOn) = (await scene.IssueAsync(), await scene.IssueAsync());
        await scene.AdvanceAsync(over);
        await scene.DrainAsync(partner);
        Assert.Equal(["alert.issued"], app.Requests.Select(r => r.Type));
        var pause = scene.Get<PauseDelivery>();

        await pause.ExecuteAsync(TestPeople.Admin, partner, Cancel);
        await scene.AdvanceAsync(goesOn);
        await scene.CloseAsync(over);
        await scene.AdvanceAsync(over);
        await scene.DrainAsync(partner);
        await scene.DrainAsync(other);
        Assert.Equal(["alert.issued", "alert.ended"], app.Requests.Select(r => r.Type));
        Assert.Equal(2, otherApp.OfType("alert.issued").Count + otherApp.OfType("alert.ended").Count);
        var overview = await scene.Get<ReadPending>().ExecuteAsync(TestPeople.Admin, partner, Cancel);
        Assert.NotNull(overview.PausedAtUtc);
        Assert.All(overview.Groups, g => Assert.Equal(PendingReason.Paused, g.Reason));

        await pause.ResumeAsync(TestPeople.Admin, partner, Cancel);
        await scene.DrainAsync(partner);
        Assert.Equal(2, app.OfType("alert.issued").Count);
        Assert.Equal(
            [AuditAction.DeliveryPaused, AuditAction.DeliveryResumed],
            (await scene.RowsAsync<AuditEntry>()).OrderBy(e => e.Sequence).Select(e => e.Action)
                .Where(a => a is AuditAction.DeliveryPaused or AuditAction.DeliveryResumed));
    }

    [Theory, OnBothDatabases]
    public async Task A_replay_takes_what_failed_in_its_range_and_leaves_the_rest(StorageProvider provider)
    {
        await using var scene = await DispatchScene.CreateAsync(provider);
        var (partner, app) = await scene.AddPartnerAsync();
        app.Otherwise = () => new PartnerAnswer(503, RetryAfterSeconds: 1700);
        var from = scene.Clock.GetUtcNow();
        await scene.AdvanceAsync(await scene.IssueAsync());
        await scene.DrainAsync(partner);
        scene.Clock.Advance(TimeSpan.FromMinutes(10));
        var to = scene.Clock.GetUtcNow();
        await scene.AdvanceAsync(await scene.IssueAsync());
        await scene.DrainAsync(partner);
        Assert.Equal(2, app.Requests.Count);
        app.Otherwise = () => PartnerAnswer.Ok;
        var replay = scene.Get<ReplayDeliveries>();

        Assert.Equal(0, await replay.ExecuteAsync(TestPeople.Admin, partner, to, from, Cancel));
        Assert.Equal(1, await replay.ExecuteAsync(TestPeople.Admin, partner, from.ToOffset(TimeSpan.FromHours(8)), to, Cancel));
        await scene.DrainAsync(partner);

        Assert.Equal(3, app.Requests.Count);
        Assert.Equal(app.Requests[0].Id, app.Requests[2].Id);
    }

    [Theory, OnBothDatabases]
    public async Task What_waits_is_told_by_reason_the_oldest_first(StorageProvider provider)
    {
        await using var scene = await DispatchScene.CreateAsync(provider);
        var (partner, app) = await scene.AddPartnerAsync();
        app.Next(new PartnerAnswer(500));
        scene.Report(partner, 10, 90_000);
        var since = scene.Clock.GetUtcNow();
        await scene.AdvanceAsync(await scene.IssueAsync());
        await scene.DrainAsync(partner);
        scene.Clock.Advance(TimeSpan.FromSeconds(1));
        var read = scene.Get<ReadPending>();

        var overview = await read.ExecuteAsync(TestPeople.Admin, partner, Cancel);

        Assert.Equal([(PendingReason.Failed, "500", 1), (PendingReason.AfterAlert, "", 1)], overview.Groups.Select(Facts));
        Assert.All(overview.Groups, g => Assert.Equal(since, g.SinceUtc));
        scene.Clock.Advance(TimeSpan.FromMinutes(1));
        await scene.DrainAsync(partner);
        Assert.Empty((await read.ExecuteAsync(TestPeople.Admin, partner, Cancel)).Groups);
    }

    [Fact]
    public async Task Phones_of_a_paused_alert_and_messages_of_a_suspended_partner_say_so()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync();
        app.Next(PartnerAnswer.Ok, new PartnerAnswer(500));
        scene.Report(partner, 10, 90_000);
        var alert = await scene.IssueAsync();
        await scene.AdvanceAsync(alert);
        await scene.DrainAsync(partner);
        await scene.PauseAsync(alert);
        var read = scene.Get<ReadPending>();
        Assert.Equal(
            (PendingReason.AlertPaused, "500", 1), Facts(Assert.Single((await read.ExecuteAsync(TestPeople.Admin, partner, Cancel)).Groups)));

        await scene.Get<SuspendPartner>().ExecuteAsync(TestPeople.Admin, partner, PartnerStatus.Suspended, Cancel);
        Assert.Equal(
            (PendingReason.Suspended, "500", 1), Facts(Assert.Single((await read.ExecuteAsync(TestPeople.Admin, partner, Cancel)).Groups)));
    }

    [Fact]
    public async Task Acts_on_deliveries_are_for_those_who_manage_partners_and_are_told_to_the_dispatcher()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, _) = await scene.AddPartnerAsync();
        var now = scene.Clock.GetUtcNow();
        Func<Core.Common.People.Actor, PartnerId, Task>[] acts =
        [
            (actor, id) => scene.Get<RetryNow>().ExecuteAsync(actor, id, Cancel),
            (actor, id) => scene.Get<PauseDelivery>().ExecuteAsync(actor, id, Cancel),
            (actor, id) => scene.Get<PauseDelivery>().ResumeAsync(actor, id, Cancel),
            (actor, id) => scene.Get<ReplayDeliveries>().ExecuteAsync(actor, id, now, now, Cancel),
            (actor, id) => scene.Get<ReadPending>().ExecuteAsync(actor, id, Cancel),
        ];
        foreach (var act in acts)
        {
            Assert.Equal("forbidden", (await Assert.ThrowsAsync<ProblemException>(() => act(TestPeople.Supervisor, partner))).Code);
            Assert.Equal(
                "not_found",
                (await Assert.ThrowsAsync<ProblemException>(() => act(TestPeople.Admin, TypedId.New<PartnerId>(scene.Clock)))).Code);
        }

        var told = new List<LiveEvent>();
        using var subscription = scene.Get<LiveFeed>().Subscribe("test", TimeSpan.Zero, bundle =>
        {
            lock (told)
                told.AddRange(bundle);
            return Task.CompletedTask;
        });
        foreach (var act in acts[..4])
        {
            lock (told)
                told.Clear();
            await act(TestPeople.Admin, partner);
            for (var i = 0; i < 200 && !Told(); i++)
            {
                scene.Clock.Advance(TimeSpan.FromMilliseconds(10));
                await Task.Delay(10, Cancel);
            }

            Assert.True(Told());
        }

        bool Told()
        {
            lock (told)
                return told.Contains(new PartnerChanged(partner));
        }
    }

    private static (PendingReason, string, int) Facts(PendingGroup group) => (group.Reason, group.LastResult, group.Count);
}
