using Microsoft.EntityFrameworkCore;
using Reunion.Core.Alerts;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Core.Dispatch.Rings;
using Reunion.Tests.Support.PartnerApps;

namespace Reunion.Tests.Dispatch;

public sealed class AlertLifeTests
{
    [Fact]
    public async Task Closing_withdraws_what_is_unsent_and_tells_everyone_who_was_told()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (quick, quickApp) = await scene.AddPartnerAsync();
        var (stuck, stuckApp) = await scene.AddPartnerAsync();
        stuckApp.Next(PartnerAnswer.Ok, new PartnerAnswer(500));
        scene.Report(quick, 10, 90_000);
        scene.Report(stuck, 10, 90_000);
        var alert = await scene.IssueAsync();
        await scene.AdvanceAsync(alert);
        await scene.DrainAsync(quick);
        await scene.DrainAsync(stuck);

        await scene.CloseAsync(alert);
        Assert.Null(await scene.AdvanceAsync(alert));
        scene.Clock.Advance(TimeSpan.FromMinutes(1));
        await scene.DrainAsync(quick);
        await scene.DrainAsync(stuck);

        Assert.Equal(["alert.issued", "alert.recipients", "alert.ended"], quickApp.Requests.Select(r => r.Type));
        Assert.Equal(["alert.issued", "alert.recipients", "alert.ended"], stuckApp.Requests.Select(r => r.Type));
        Assert.Equal("found_safe", stuckApp.Requests[^1].Data.GetProperty("outcome").GetString());
        Assert.True(stuckApp.Requests[^1].Data.TryGetProperty("withdrawPhotoBy", out _));
        Assert.Single(await scene.RowsAsync<Delivery>(), d => d.Status == DeliveryStatus.Withdrawn);
        Assert.All(await scene.RowsAsync<RecipientBatch>(), b => Assert.Empty(b.Devices));
    }

    [Fact]
    public async Task An_alert_that_ended_before_anyone_was_told_is_told_to_nobody()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync();
        var alert = await scene.IssueAsync();
        await scene.CloseAsync(alert);

        await scene.AdvanceAsync(alert);
        await scene.DrainAsync(partner);

        Assert.Empty(app.Requests);
    }

    [Fact]
    public async Task A_paused_alert_sends_no_phones_and_catches_up_when_resumed()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync();
        scene.Report(partner, 100, 190_000);
        var alert = await scene.IssueAsync();
        await scene.PauseAsync(alert);
        await scene.AdvanceAsync(alert);
        scene.Clock.Advance(TimeSpan.FromMinutes(61));
        await scene.AdvanceAsync(alert);
        await scene.DrainAsync(partner);
        Assert.Equal(["alert.issued", "alert.paused"], app.Requests.Select(r => r.Type));
        Assert.Empty(await scene.RowsAsync<Ring>());

        await scene.ResumeAsync(alert);
        await scene.AdvanceAsync(alert);
        await scene.DrainAsync(partner);

        Assert.Equal([1, 2], (await scene.RowsAsync<Ring>()).Select(r => r.Number).Order());
        Assert.Equal(100, app.OfType("alert.recipients").SelectMany(r => r.Devices()).Distinct().Count());
        Assert.Equal(100, app.OfType("alert.recipients").Sum(r => r.Devices().Length));
    }

    [Fact]
    public async Task Rings_that_fell_due_are_sent_in_order_and_each_phone_once()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync();
        scene.Report(partner, 1_000, 1_100_000);
        var alert = await scene.IssueAsync();
        await scene.AdvanceAsync(alert);
        scene.Clock.Advance(TimeSpan.FromHours(9));
        Assert.Null(await scene.AdvanceAsync(alert));
        await scene.DrainAsync(partner);

        var devices = app.OfType("alert.recipients").SelectMany(r => r.Devices()).ToList();
        Assert.Equal(Enumerable.Range(1, 9), (await scene.RowsAsync<Ring>()).Select(r => r.Number).Order());
        Assert.Equal(devices.Count, devices.Distinct().Count());
        Assert.Equal(Enumerable.Range(1, devices.Count).Select(i => (ulong)i), devices.Order());
        Assert.InRange(devices.Count, 908, 911);
    }

    [Fact]
    public async Task Phones_whose_commit_failed_are_told_at_the_next_look_without_reporting_again()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync();
        var alert = await scene.IssueAsync();
        await scene.AdvanceAsync(alert);
        scene.Report(partner, 30, 90_000);
        while (scene.Get<Reunion.Core.Geofencing.PresenceIndex>().Arrivals.TryRead(out var arrival))
            scene.Get<ArrivalQueue>().Add(arrival);

        await ExecuteAsync(scene, "CREATE TRIGGER full BEFORE INSERT ON RecipientBatches BEGIN SELECT RAISE(ABORT, 'disk full'); END");
        await Assert.ThrowsAnyAsync<Exception>(() => scene.AdvanceAsync(alert));
        await ExecuteAsync(scene, "DROP TRIGGER full");
        await scene.AdvanceAsync(alert);
        await scene.DrainAsync(partner);

        Assert.Equal(30, app.OfType("alert.recipients").SelectMany(r => r.Devices()).Distinct().Count());
    }

    private static async Task ExecuteAsync(DispatchScene scene, string sql)
    {
        await using var db = scene.Db();
        await db.Database.ExecuteSqlRawAsync(sql, TestContext.Current.CancellationToken);
    }
}
