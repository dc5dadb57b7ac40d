using Reunion.Core.Audit;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Core.Dispatch.Withdrawals;
using Reunion.Core.Storage;
using Reunion.Tests.Support.Databases;

namespace Reunion.Tests.Dispatch.Withdrawals;

public sealed class WithdrawalLedgerTests
{
    private static readonly Actor Admin = new("admin", "Admin", "330106", "Unit", [Roles.Admin]);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Everyone_who_was_told_is_asked_and_who_has_not_confirmed_in_time_is_late(StorageProvider provider)
    {
        await using var scene = await DispatchScene.CreateAsync(provider);
        var (prompt, app) = await scene.AddPartnerAsync();
        var (idle, _) = await scene.AddPartnerAsync();
        var alert = await EndedAsync(scene, prompt, idle);
        var asked = scene.Clock.GetUtcNow();
        scene.Clock.Advance(TimeSpan.FromMinutes(20));
        await ConfirmAsync(scene, prompt, alert);

        var lines = await scene.Get<ReadWithdrawals>().OfAlertAsync(Admin, alert, Cancel);
        Assert.Equal([idle, prompt], lines.Select(l => l.Partner));
        Assert.All(lines, l => Assert.Equal((asked, asked, asked.AddHours(1), 0), (l.AskedAtUtc, l.ToldAtUtc, l.DueAtUtc, l.Reminders)));
        Assert.Equal(app.Requests[^1].Data.GetProperty("withdrawPhotoBy").GetDateTimeOffset(), lines[0].DueAtUtc);
        Assert.Equal(asked.AddMinutes(20), lines[1].ConfirmedAtUtc);
        Assert.Equal([WithdrawalState.Waiting, WithdrawalState.Confirmed], lines.Select(l => l.StateAt(asked.AddHours(1))));
        Assert.Equal([WithdrawalState.Late, WithdrawalState.Confirmed], lines.Select(l => l.StateAt(asked.AddHours(1).AddTicks(1))));

        scene.Clock.Advance(TimeSpan.FromHours(1));
        await ConfirmAsync(scene, idle, alert);
        var late = Assert.Single(await scene.Get<ReadWithdrawals>().OfPartnerAsync(Admin, idle, cancel: Cancel));
        Assert.Equal((WithdrawalState.ConfirmedLate, alert), (late.StateAt(scene.Clock.GetUtcNow()), late.Alert));
    }

    [Theory, OnBothDatabases]
    public async Task Who_was_removed_can_only_be_called_and_the_ledger_names_who_did(StorageProvider provider)
    {
        await using var scene = await DispatchScene.CreateAsync(provider);
        var (removed, _) = await scene.AddPartnerAsync();
        var (stays, _) = await scene.AddPartnerAsync();
        var alert = await EndedAsync(scene, removed, stays);
        await scene.Get<RemovePartner>().ExecuteAsync(Admin, removed, Cancel);
        scene.Clock.Advance(TimeSpan.FromHours(2));

        var confirm = scene.Get<ConfirmWithdrawal>();
        await confirm.ByTelephoneAsync(TestPeople.Supervisor, removed, alert, Cancel);
        await confirm.ByTelephoneAsync(Admin, removed, alert, Cancel);
        await ConfirmAsync(scene, stays, alert);

        var lines = (await scene.Get<ReadWithdrawals>().OfAlertAsync(Admin, alert, Cancel)).ToDictionary(l => l.Partner);
        Assert.Equal((WithdrawalState.ConfirmedLate, TestPeople.Supervisor.Name), (lines[removed].StateAt(scene.Clock.GetUtcNow()), lines[removed].ConfirmedByName));
        Assert.Null(lines[stays].ConfirmedByName);
        var kept = Assert.Single(await scene.RowsAsync<AuditEntry>(), e => e.Action == AuditAction.WithdrawalConfirmedByPhone);
        Assert.Equal((TestPeople.Supervisor.AccountId, alert.ToString()), (kept.ActorId, kept.Subject));
        Assert.Equal(0, await scene.Get<RemindWithdrawals>().ExecuteAsync(Cancel));

        var nobody = new Actor("nobody", "Nobody", "330106", "Unit", []);
        Assert.Equal("forbidden", (await Assert.ThrowsAsync<ProblemException>(() => confirm.ByTelephoneAsync(nobody, stays, alert, Cancel))).Code);
    }

    [Fact]
    public async Task Saying_it_again_keeps_the_first_time_and_saying_it_before_being_asked_counts()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, _) = await scene.AddPartnerAsync();
        var alert = await scene.IssueAsync();
        await scene.AdvanceAsync(alert);
        await scene.CloseAsync(alert);
        var first = scene.Clock.GetUtcNow();
        await ConfirmAsync(scene, partner, alert);
        await scene.AdvanceAsync(alert);
        scene.Clock.Advance(TimeSpan.FromHours(2));
        await ConfirmAsync(scene, partner, alert);

        var line = Assert.Single(await scene.Get<ReadWithdrawals>().OfAlertAsync(Admin, alert, Cancel));
        Assert.Equal((first, first.AddHours(1)), (line.ConfirmedAtUtc, line.DueAtUtc));
        Assert.Equal(0, await scene.Get<RemindWithdrawals>().ExecuteAsync(Cancel));
    }

    [Fact]
    public async Task A_confirmation_takes_back_a_reminder_on_its_way_but_never_the_first_message()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (reminded, _) = await scene.AddPartnerAsync();
        var (untold, _) = await scene.AddPartnerAsync();
        var alert = await scene.IssueAsync();
        await scene.AdvanceAsync(alert);
        await scene.CloseAsync(alert);
        await scene.AdvanceAsync(alert);
        await scene.DrainAsync(reminded);
        scene.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, await scene.Get<RemindWithdrawals>().ExecuteAsync(Cancel));

        await ConfirmAsync(scene, reminded, alert);
        await ConfirmAsync(scene, untold, alert);

        var ends = (await scene.RowsAsync<Delivery>()).Where(d => d.Type == MessageType.AlertEnded).ToLookup(d => d.PartnerId, d => d.Status);
        Assert.Equal([DeliveryStatus.Delivered, DeliveryStatus.Withdrawn], ends[reminded].Order());
        Assert.Equal([DeliveryStatus.Pending], ends[untold]);
    }

    [Fact]
    public async Task A_suspended_partner_is_asked_and_reminded_as_well()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync();
        var alert = await scene.IssueAsync();
        await scene.AdvanceAsync(alert);
        await scene.DrainAsync(partner);
        await scene.Get<Core.Partners.SuspendPartner>().ExecuteAsync(Admin, partner, Core.Partners.PartnerStatus.Suspended, Cancel);
        await scene.CloseAsync(alert);
        await scene.AdvanceAsync(alert);
        await scene.DrainAsync(partner);
        scene.Clock.Advance(TimeSpan.FromHours(1));
        await scene.Get<RemindWithdrawals>().ExecuteAsync(Cancel);
        await scene.DrainAsync(partner);
        Assert.Equal(2, app.OfType("alert.ended").Count);
    }

    private static Task ConfirmAsync(DispatchScene scene, PartnerId partner, AlertId alert) =>
        scene.Get<ConfirmWithdrawal>().ExecuteAsync(partner, alert, Cancel);

    private static async Task<AlertId> EndedAsync(DispatchScene scene, params PartnerId[] partners)
    {
        var alert = await scene.IssueAsync();
        await scene.AdvanceAsync(alert);
        await scene.CloseAsync(alert);
        await scene.AdvanceAsync(alert);
        foreach (var partner in partners)
            await scene.DrainAsync(partner);
        return alert;
    }
}
