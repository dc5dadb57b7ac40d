using Reunion.Core.Alerts;
using Reunion.Core.Audit;
using Reunion.Core.Common.Problems;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Core.Dispatch.Rings;
using Reunion.Core.Geofencing;
using Reunion.Core.Partners;
using Reunion.Core.Storage;
using Reunion.Core.Tips;
using Reunion.Tests.Support.Databases;
using Reunion.Tests.Support.PartnerApps;

namespace Reunion.Tests.Dispatch;

public sealed class RemovedPartnerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_removed_partner_hears_only_that_an_alert_it_carried_is_over(StorageProvider provider)
    {
        await using var scene = await DispatchScene.CreateAsync(provider);
        var (partner, app) = await scene.AddPartnerAsync();
        scene.Report(partner, 10, 90_000);
        var alert = await scene.IssueAsync();
        app.Next(PartnerAnswer.Ok, new PartnerAnswer(503, RetryAfterSeconds: 1700));
        await scene.AdvanceAsync(alert);
        await scene.DrainAsync(partner);
        Assert.Equal(["alert.issued", "alert.recipients"], app.Requests.Select(r => r.Type));

        await scene.Get<RemovePartner>().ExecuteAsync(TestPeople.Admin, partner, Cancel);
        Assert.Equal(0, scene.Get<PresenceIndex>().CountPhones(partner));
        Assert.All(await scene.RowsAsync<ApiKey>(), k => Assert.NotNull(k.RevokedAtUtc));
        Assert.All(await scene.RowsAsync<RecipientBatch>(), b => Assert.Empty(b.Devices));
        Assert.Empty(await scene.RowsAsync<ToldPhones>());
        await scene.PauseAsync(alert);
        await scene.ResumeAsync(alert);
        scene.Clock.Advance(TimeSpan.FromHours(1));
        await scene.AdvanceAsync(alert);
        await scene.DrainAsync(partner);
        Assert.Equal(2, app.Requests.Count);

        await scene.CloseAsync(alert);
        await scene.AdvanceAsync(alert);
        await scene.DrainAsync(partner);
        var last = app.Requests[^1];
        Assert.Equal((3, "alert.ended", true), (app.Requests.Count, last.Type, last.IsSigned));
        Assert.DoesNotContain(await scene.RowsAsync<Delivery>(), d => d.Status == DeliveryStatus.Pending);
        Assert.Contains(await scene.RowsAsync<AuditEntry>(), e => e.Action == AuditAction.PartnerRemoved && e.Subject == partner.ToString());
    }

    [Fact]
    public async Task What_was_withdrawn_unsent_stays_unknown_to_it()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync();
        var alert = await scene.IssueAsync();
        await scene.AdvanceAsync(alert);
        await scene.Get<RemovePartner>().ExecuteAsync(TestPeople.Admin, partner, Cancel);
        scene.Clock.Advance(TimeSpan.FromMinutes(5));
        await scene.CloseAsync(alert);
        await scene.AdvanceAsync(alert);
        await scene.DrainAsync(partner);
        Assert.Empty(app.Requests);
        Assert.All(await scene.RowsAsync<Delivery>(), d => Assert.Equal(DeliveryStatus.Withdrawn, d.Status));
    }

    [Fact]
    public async Task A_message_on_its_way_counts_and_its_end_is_told_also_when_it_comes_at_once()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync();
        var alert = await scene.IssueAsync();
        await scene.AdvanceAsync(alert);
        app.Next(PartnerAnswer.Never);
        var draining = scene.DrainAsync(partner);
        while (app.Requests.Count == 0)
            await Task.Delay(10, Cancel);

        await scene.Get<RemovePartner>().ExecuteAsync(TestPeople.Admin, partner, Cancel);
        await scene.CloseAsync(alert);
        await scene.AdvanceAsync(alert);
        scene.Clock.Advance(TimeSpan.FromSeconds(15));
        await draining;
        await scene.DrainAsync(partner);

        Assert.Equal(["alert.issued", "alert.ended"], app.Requests.Select(r => r.Type));
    }

    [Fact]
    public async Task What_a_ring_committed_meanwhile_is_withdrawn_at_the_next_look()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync();
        var alert = await scene.IssueAsync();
        await scene.AdvanceAsync(alert);
        await scene.DrainAsync(partner);
        await scene.Get<RemovePartner>().ExecuteAsync(TestPeople.Admin, partner, Cancel);
        await using (var db = scene.Db())
        {
            var row = (await scene.RowsAsync<Partner>()).Single();
            var facts = (await Core.Alerts.Publishing.AlertFacts.FindAsync(db, alert, Cancel))!;
            db.Add(scene.Get<DeliveryFactory>().ForRevision(
                row, facts, new AlertRevision { AlertId = alert, Number = 9, Change = AlertChange.Expanded, AtUtc = scene.Clock.GetUtcNow() }, isFirst: false));
            await db.SaveChangesAsync(Cancel);
        }

        await scene.DrainAsync(partner);

        Assert.Single(app.Requests);
        Assert.DoesNotContain(await scene.RowsAsync<Delivery>(), d => d.Status == DeliveryStatus.Pending);
    }

    [Fact]
    public async Task Positions_that_its_last_request_brought_are_erased_within_a_minute()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (gone, _) = await scene.AddPartnerAsync();
        var (stays, _) = await scene.AddPartnerAsync();
        await scene.Get<RemovePartner>().ExecuteAsync(TestPeople.Admin, gone, Cancel);
        scene.Report(gone, 3, 1_000);
        scene.Report(stays, 3, 1_000);
        await scene.Get<ForgetRemoved>().ExecuteAsync(Cancel);
        Assert.Equal((0, 3), (scene.Get<PresenceIndex>().CountPhones(gone), scene.Get<PresenceIndex>().CountPhones(stays)));
    }

    [Fact]
    public async Task What_came_of_its_tips_is_not_told_and_waits_for_nobody()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, _) = await scene.AddPartnerAsync();
        var alert = await scene.IssueAsync();
        await scene.AdvanceAsync(alert);
        await scene.DrainAsync(partner);
        var tip = await scene.Get<SubmitTip>().ExecuteAsync(
            alert, new TipForm { Kind = TipKind.Sighting, Text = "I saw her", Source = TipSource.PartnerApi, PartnerId = partner }, Cancel);
        await scene.Get<RemovePartner>().ExecuteAsync(TestPeople.Admin, partner, Cancel);
        await scene.Get<ReviewTip>().VerifyAsync(TestPeople.Supervisor, tip.TipId, 0, "Seen on camera", withCircle: false, Cancel);

        await scene.Get<DispatchReviews>().ExecuteAsync(Cancel);

        Assert.NotNull(Assert.Single(await scene.RowsAsync<Tip>()).ReviewDispatchedAtUtc);
        Assert.DoesNotContain(await scene.RowsAsync<Delivery>(), d => d.Type == MessageType.TipReviewed);
    }

    [Theory, OnBothDatabases]
    public async Task It_cannot_be_changed_any_more_and_its_name_is_free(StorageProvider provider)
    {
        await using var scene = await DispatchScene.CreateAsync(provider);
        var (partner, app) = await scene.AddPartnerAsync();
        var remove = scene.Get<RemovePartner>();
        await remove.ExecuteAsync(TestPeople.Admin, partner, Cancel);
        await remove.ExecuteAsync(TestPeople.Admin, partner, Cancel);
        Assert.Single(await scene.RowsAsync<AuditEntry>(), e => e.Action == AuditAction.PartnerRemoved);
        var row = Assert.Single(await scene.RowsAsync<Partner>());
        var form = new PartnerForm { Name = row.Name, Endpoint = app.Endpoint, IsInternal = true };
        var (register, keys) = (scene.Get<RegisterPartner>(), scene.Get<PartnerKeys>());
        foreach (var change in (Func<Task>[])[
            () => register.UpdateAsync(TestPeople.Admin, partner, row.Version, form, Cancel),
            () => scene.Get<SuspendPartner>().ExecuteAsync(TestPeople.Admin, partner, PartnerStatus.Active, Cancel),
            () => keys.IssueAsync(TestPeople.Admin, partner, Cancel),
            () => keys.RotateSecretAsync(TestPeople.Admin, partner, Cancel),
            () => scene.Get<Core.Dispatch.Conformance.PingPartner>().ExecuteAsync(TestPeople.Admin, partner, AlertMode.Actual, Cancel),
        ])
            Assert.Equal("partner_removed", (await Assert.ThrowsAsync<ProblemException>(change)).Code);

        Assert.NotEqual(partner, (await register.ExecuteAsync(TestPeople.Admin, form, Cancel)).Id);
    }

    [Fact]
    public async Task Only_an_admin_removes()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, _) = await scene.AddPartnerAsync();
        Assert.Equal("forbidden", (await Assert.ThrowsAsync<ProblemException>(
            () => scene.Get<RemovePartner>().ExecuteAsync(TestPeople.Supervisor, partner, Cancel))).Code);
    }
}
