using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Reunion.Core.Common.People;
using Reunion.Core.Geography;
using Reunion.Core.Partners;
using Reunion.Core.Tips;
using Reunion.Tests.Api;
using Reunion.Tests.Support;
using Reunion.Tests.Support.Photos;

namespace Reunion.Tests.Hubs;

[Collection(SurfaceScene.Collection)]
public sealed class TipsHubTests(SurfaceScene scene)
{
    private static readonly Actor Supervisor = new("supervisor-of-tests", "Test Supervisor", "330100", "Test Unit", [Roles.Supervisor]);

    private static readonly string[] NoPhoto = ["??"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_tip_comes_in_once_and_its_review_goes_back_to_its_partner_only()
    {
        var (partner, other) = (await scene.AddPartnerAsync(), await scene.AddPartnerAsync());
        var facts = await scene.IssueAsync();
        await using var hub = await ConnectAsync(partner);
        await using var others = await ConnectAsync(other);
        var (mine, theirs) = (Listen(hub, "TipReviewed"), Listen(others, "TipReviewed"));

        var tip = new { alertId = facts.Alert.Id.ToString(), kind = "sighting", text = "火车站", idempotencyKey = "h1", photos = new[] { TestPhotos.Jpeg() } };
        var first = await hub.InvokeAsync<JsonElement>("SubmitTip", tip, Cancel);
        var again = await hub.InvokeAsync<JsonElement>("SubmitTip", tip, Cancel);
        Assert.Equal(["tipId", "receiptCode"], first.EnumerateObject().Select(p => p.Name));
        Assert.Equal(first.GetRawText(), again.GetRawText());

        var broken = await hub.InvokeAsync<JsonElement>("SubmitTip", new { alertId = tip.alertId, kind = "ride", text = "x", photos = NoPhoto }, Cancel);
        Assert.Equal("photo_unreadable", broken.GetProperty("refusedPhotos")[0].GetProperty("code").GetString());

        var waiting = Assert.Single(await scene.Get<ReadTips>().ListAsync(Supervisor, facts.Alert.Id, cancel: Cancel), t => t.Kind == TipKind.Sighting);
        Assert.Equal(TipSource.PartnerHub, waiting.Source);
        await scene.Get<ReviewTip>().VerifyAsync(Supervisor, waiting.Id, waiting.Version, "seen", withCircle: false, Cancel);
        var review = await NextAsync(mine);
        Assert.Equal(["tipId", "alertId", "review"], review.EnumerateObject().Select(p => p.Name));
        Assert.Equal((waiting.Id.ToString(), "verified"), (review.GetProperty("tipId").GetString(), review.GetProperty("review").GetString()));
        Assert.False(theirs.TryRead(out _));
    }

    [Fact]
    public async Task A_watcher_gets_the_alert_in_its_datum_when_it_changes()
    {
        var partner = await scene.AddPartnerAsync(Datum.Bd09);
        var facts = await scene.IssueAsync();
        await using var hub = await ConnectAsync(partner);
        var changes = Listen(hub, "AlertChanged");
        await hub.InvokeAsync("WatchAlert", facts.Alert.Id.ToString(), Cancel);
        await scene.CloseAsync(facts);

        JsonElement alert;
        do
            alert = await NextAsync(changes);
        while (alert.GetProperty("status").GetString() != "ended");
        Assert.Equal("found_safe", alert.GetProperty("outcome").GetString());
        Assert.Equal(
            DatumConversion.FromWgs84(new GeoPoint(30.2741, 120.1551), Datum.Bd09).Latitude,
            alert.GetProperty("lastSeen").GetProperty("lat").GetDouble(), 5);
    }

    [Fact]
    public async Task Refusals_carry_the_problems_code()
    {
        var partner = await scene.AddPartnerAsync();
        var (facts, drill) = (await scene.IssueAsync(), await scene.IssueAsync(Core.Alerts.AlertMode.Exercise));
        await using var hub = await ConnectAsync(partner);
        var id = facts.Alert.Id.ToString();
        Assert.Equal("invalid", await RefusalAsync(hub, "SubmitTip", new { alertId = id, kind = "sighting" }));
        Assert.Equal("malformed", await RefusalAsync(hub, "SubmitTip", new { alertId = id, kind = 5 }));
        Assert.Equal("malformed", await RefusalAsync(hub, "SubmitTip", "text"));
        Assert.Equal("not_found", await RefusalAsync(hub, "SubmitTip", new { alertId = "x", kind = "sighting", text = "x" }));
        Assert.Equal("not_found", await RefusalAsync(hub, "WatchAlert", drill.Alert.Id.ToString()));
        await scene.CloseAsync(facts);
        Assert.Equal("alert_ended", await RefusalAsync(hub, "SubmitTip", new { alertId = id, kind = "sighting", text = "x" }));
    }

    [Fact]
    public async Task A_wrong_key_gets_no_connection_and_a_suspended_partner_loses_its()
    {
        var partner = await scene.AddPartnerAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => ConnectAsync(partner with { ApiKey = "rnk_wrong" }));
        await using var hub = await ConnectAsync(partner);
        var closed = new TaskCompletionSource();
        hub.Closed += _ => Task.FromResult(closed.TrySetResult());
        await scene.Get<SuspendPartner>().ExecuteAsync(TestActors.Admin, partner.Id, PartnerStatus.Suspended, Cancel);
        await closed.Task.WaitAsync(TimeSpan.FromSeconds(15), Cancel);
    }

    private async Task<HubConnection> ConnectAsync(ScenePartner partner)
    {
        var hub = new HubConnectionBuilder()
            .WithUrl(new Uri(scene.PartnerUrl, "hubs/tips"), o => o.AccessTokenProvider = () => Task.FromResult<string?>(partner.ApiKey)).Build();
        await hub.StartAsync(Cancel);
        return hub;
    }

    private static ChannelReader<JsonElement> Listen(HubConnection hub, string news)
    {
        var channel = Channel.CreateUnbounded<JsonElement>();
        hub.On<JsonElement>(news, e => channel.Writer.TryWrite(e));
        return channel.Reader;
    }

    private static Task<JsonElement> NextAsync(ChannelReader<JsonElement> news) =>
        news.ReadAsync(Cancel).AsTask().WaitAsync(TimeSpan.FromSeconds(15), Cancel);

    // The client wraps a HubException's message.
    private static async Task<string> RefusalAsync(HubConnection hub, string method, object argument) =>
        (await Assert.ThrowsAsync<HubException>(() => hub.InvokeAsync<JsonElement>(method, argument, Cancel))).Message.Split("HubException: ")[^1];
}
