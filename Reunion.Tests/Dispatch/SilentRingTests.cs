using System.Text.Json;
using Reunion.Core.Alerts;
using Reunion.Core.Alerts.Publishing;
using Reunion.Core.Common;
using Reunion.Core.Partners;
using Reunion.Tests.Support.PartnerApps;

namespace Reunion.Tests.Dispatch;

/// <summary>The scene begins at 16:00 in Hangzhou; the night there begins six hours later, when ring 7 (700 to 800 km) is due.</summary>
public sealed class SilentRingTests
{
    [Theory]
    [InlineData(RecipientFormat.Json)]
    [InlineData(RecipientFormat.Binary)]
    public async Task Rings_of_the_night_far_away_are_silent_in_row_message_and_batch(RecipientFormat format)
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync(format: format);
        scene.Report(partner, 1_000, 1_001_000);
        var alert = await scene.IssueAsync();
        await GrowAsync(scene, alert, partner, rings: 9);

        Assert.Equal([7, 8, 9], (await scene.RowsAsync<Ring>()).Where(r => r.IsSilent).Select(r => r.Number).Order());
        Assert.False(Silent(Assert.Single(app.OfType("alert.issued")).Data));
        Assert.Equal([false, false, false, false, false, true, true, true], app.OfType("alert.expanded").Select(r => Silent(r.Data)));
        var batches = app.Requests.Where(r => r.Type == "alert.recipients").ToLookup(r => r.Data.GetProperty("ring").GetInt32());
        Assert.Equal(9, batches.Count);
        Assert.All(batches.SelectMany(b => b), b => Assert.Equal(b.Data.GetProperty("ring").GetInt32() >= 7, Silent(b.Data)));
    }

    [Fact]
    public async Task A_message_of_the_night_says_the_same_when_it_is_tried_again_in_the_morning()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync();
        var alert = await scene.IssueAsync();
        await GrowAsync(scene, alert, partner, rings: 6);
        app.Next(new PartnerAnswer(503));
        scene.Clock.Advance(TimeSpan.FromHours(1));
        await scene.AdvanceAsync(alert);
        await scene.DrainAsync(partner);
        scene.Clock.Advance(TimeSpan.FromHours(10));
        await scene.DrainAsync(partner);

        var (first, second) = (app.Requests[^2], app.Requests[^1]);
        Assert.Equal(("alert.expanded", first.Id), (first.Type, second.Id));
        Assert.True(Silent(second.Data));
        Assert.Equal(first.Body, second.Body);
    }

    [Fact]
    public async Task An_alert_of_the_night_wakes_those_near_by_and_who_comes_by_day_is_told_aloud()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync();
        scene.Clock.Advance(TimeSpan.FromHours(7));
        scene.Report(partner, 10, 90_000);
        var alert = await scene.IssueAsync();
        await GrowAsync(scene, alert, partner, rings: 3);
        Assert.All(app.Requests.Where(r => r.Type is "alert.issued" or "alert.recipients"), r => Assert.False(Silent(r.Data)));
        Assert.Equal([false, true], app.OfType("alert.expanded").Select(r => Silent(r.Data)));

        // Half past nine in the morning, in what was ring 3 at night.
        scene.Clock.Advance(TimeSpan.FromHours(8.5));
        scene.Get<Core.Geofencing.PresenceIndex>().Report(
            partner, [new(500, Core.Geography.Geodesic.Destination(DispatchScene.Centre, 90, 250_000), scene.Clock.GetUtcNow())]);
        scene.Pump();
        await scene.AdvanceAsync(alert);
        await scene.DrainAsync(partner);
        var arrival = app.OfType("alert.recipients").Single(r => r.Devices().Contains(500UL));
        Assert.Equal((3, false), (arrival.Data.GetProperty("ring").GetInt32(), Silent(arrival.Data)));
    }

    [Fact]
    public async Task A_partner_that_joins_at_night_hears_of_a_wide_alert_aloud_and_one_that_asks_reads_how_it_is_now()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (early, _) = await scene.AddPartnerAsync();
        scene.Clock.Advance(TimeSpan.FromHours(7));
        var alert = await scene.IssueAsync();
        await GrowAsync(scene, alert, early, rings: 5);
        var (late, app) = await scene.AddPartnerAsync();
        await scene.AdvanceAsync(alert);
        await scene.DrainAsync(late);
        Assert.False(Silent(Assert.Single(app.OfType("alert.issued")).Data));

        Assert.True(await IsSilentNowAsync());
        scene.Clock.Advance(TimeSpan.FromHours(5));
        Assert.False(await IsSilentNowAsync());

        async Task<bool> IsSilentNowAsync() => scene.Get<AlertPublisher>().Publish(
            (await scene.Get<ReadAlerts>().FindAsync(alert, TestContext.Current.CancellationToken))!, Core.Geography.Datum.Wgs84).Silent;
    }

    private static async Task GrowAsync(DispatchScene scene, AlertId alert, PartnerId partner, int rings)
    {
        for (var ring = 1; ring <= rings; ring++)
        {
            if (ring > 1)
                scene.Clock.Advance(TimeSpan.FromHours(1));
            await scene.AdvanceAsync(alert);
            await scene.DrainAsync(partner);
        }
    }

    // The alert object always says it, a batch only when it is so.
    private static bool Silent(JsonElement data) => data.TryGetProperty("silent", out var silent) && silent.GetBoolean();
}
