using Reunion.Core.Alerts;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Core.Dispatch.Rings;
using Reunion.Core.Partners;
using Reunion.Tests.Support.PartnerApps;

namespace Reunion.Tests.Dispatch;

public sealed class OrderOfMessagesTests
{
    [Fact]
    public async Task Recipients_wait_until_the_partner_took_the_alert()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync();
        scene.Report(partner, 50, 90_000);
        app.Next(new PartnerAnswer(500), new PartnerAnswer(503));

        await scene.AdvanceAsync(await scene.IssueAsync());
        await scene.DrainAsync(partner);
        Assert.Equal(["alert.issued"], app.Requests.Select(r => r.Type));

        scene.Clock.Advance(TimeSpan.FromSeconds(7));
        await scene.DrainAsync(partner);
        Assert.Equal(2, app.OfType("alert.issued").Count);
        Assert.Empty(app.OfType("alert.recipients"));

        scene.Clock.Advance(TimeSpan.FromSeconds(37));
        await scene.DrainAsync(partner);
        Assert.Equal(["alert.issued", "alert.issued", "alert.issued", "alert.recipients"], app.Requests.Select(r => r.Type));
        Assert.Equal(50, app.Requests[^1].Devices().Distinct().Count());
        Assert.All(app.Requests, r => Assert.True(r.IsSigned));
    }

    [Fact]
    public async Task Every_attempt_has_the_same_id_and_the_same_bytes()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync(format: RecipientFormat.Binary);
        scene.Report(partner, 20, 90_000);
        app.Next(PartnerAnswer.Ok, new PartnerAnswer(500), new PartnerAnswer(500));

        await scene.AdvanceAsync(await scene.IssueAsync());
        foreach (var seconds in new[] { 0, 7, 37 })
        {
            scene.Clock.Advance(TimeSpan.FromSeconds(seconds));
            await scene.DrainAsync(partner);
        }

        var attempts = app.OfType("alert.recipients");
        Assert.Equal(3, attempts.Count);
        Assert.Single(attempts.Select(r => r.Id).Distinct());
        Assert.All(attempts, r => Assert.Equal(attempts[0].Body, r.Body));
        Assert.Equal(3, (await scene.RowsAsync<DeliveryAttempt>()).Count(a => a.DeliveryId.ToString() == attempts[0].Id));
    }

    [Fact]
    public async Task Both_forms_of_a_batch_name_the_same_devices()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (json, jsonApp) = await scene.AddPartnerAsync(format: RecipientFormat.Json);
        var (binary, binaryApp) = await scene.AddPartnerAsync(format: RecipientFormat.Binary);
        var (area, areaApp) = await scene.AddPartnerAsync(Targeting.Area);
        foreach (var partner in new[] { json, binary, area })
            scene.Report(partner, 12_000, 99_000);

        await scene.AdvanceAsync(await scene.IssueAsync());
        foreach (var partner in new[] { json, binary, area })
            await scene.DrainAsync(partner);

        Assert.Equal([10_000, 2_000], jsonApp.OfType("alert.recipients").Select(r => r.Devices().Length).OrderDescending());
        Assert.All(binaryApp.OfType("alert.recipients"), r => Assert.True(r.IsBinary));
        Assert.Equal(Devices(jsonApp), Devices(binaryApp));
        Assert.Equal(["alert.issued"], areaApp.Requests.Select(r => r.Type));
    }

    [Fact]
    public async Task Nearer_phones_are_in_earlier_batches()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, _) = await scene.AddPartnerAsync();
        scene.Report(partner, 15_000, 99_000);

        await scene.AdvanceAsync(await scene.IssueAsync());

        var batches = (await scene.RowsAsync<RecipientBatch>()).OrderBy(b => b.Batch).ToList();
        // Phones are numbered by distance; within one of the four bands their order is free.
        var farthestOfFirst = RingBatches.FromBytes(batches[0].Devices).Max();
        var nearestOfSecond = RingBatches.FromBytes(batches[1].Devices).Min();
        Assert.True(farthestOfFirst < nearestOfSecond + 15_000 / 3, $"{farthestOfFirst} and {nearestOfSecond}");
    }

    [Fact]
    public async Task Hundreds_of_tip_reviews_do_not_hold_back_an_alert()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync();
        await using (var db = scene.Db())
        {
            for (var i = 0; i < 200; i++)
                db.Add(scene.Get<DeliveryFactory>().ForReview(partner, AlertMode.Actual, new TipReviewedData($"tip_{i}", "alert_1", Reunion.Core.Tips.TipReview.Verified)));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        scene.Report(partner, 10, 90_000);
        await scene.AdvanceAsync(await scene.IssueAsync());
        await scene.DrainAsync(partner);

        // Eight go side by side, so the app may get the first eight in any order.
        Assert.Contains(app.Requests.Take(8), r => r.Type == "alert.issued");
        Assert.Contains(app.Requests.Take(24), r => r.Type == "alert.recipients");
    }

    [Fact]
    public async Task An_update_that_a_partner_stumbles_over_does_not_hold_back_phones()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync();
        var alert = await scene.IssueAsync();
        await scene.AdvanceAsync(alert);
        await scene.DrainAsync(partner);
        scene.Report(partner, 10, 190_000);
        scene.Pump();
        scene.Clock.Advance(TimeSpan.FromHours(1));
        app.Next(new PartnerAnswer(500));

        await scene.AdvanceAsync(alert);
        await scene.DrainAsync(partner);

        Assert.Contains(app.Requests, r => r.Type == "alert.expanded");
        Assert.Equal(Enumerable.Range(1, 10).Select(i => (ulong)i), Devices(app));
    }

    private static IEnumerable<ulong> Devices(PartnerApp app) => app.OfType("alert.recipients").SelectMany(r => r.Devices()).Order();
}
