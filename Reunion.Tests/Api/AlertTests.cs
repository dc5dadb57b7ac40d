using System.Net;
using System.Text.Json;
using Reunion.Core.Alerts;
using Reunion.Core.Alerts.Publishing;
using Reunion.Core.Geography;
using Reunion.Tests.Support;

namespace Reunion.Tests.Api;

[Collection(SurfaceScene.Collection)]
public sealed class AlertTests(SurfaceScene scene)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_alert_object_has_exactly_the_members_of_the_contract()
    {
        var partner = await scene.AddPartnerAsync();
        var facts = await scene.IssueAsync();
        var alert = await GetAsync(partner, facts);

        AssertMembers(alert, "alertId code mode status revision issuedAt headline description child photoUrl lastSeen circles silent contact publicUrl capUrl");
        AssertMembers(alert.GetProperty("headline"), "zh en");
        AssertMembers(alert.GetProperty("child"), "name sex ageYears heightCm weightKg features clothing");
        AssertMembers(alert.GetProperty("lastSeen"), "lat lon at place");
        AssertMembers(alert.GetProperty("contact"), "unit phone");
        var circle = Assert.Single(alert.GetProperty("circles").EnumerateArray());
        AssertMembers(circle, "circleId reason center radiusMetres nextRadiusMetres nextAt");
        AssertMembers(circle.GetProperty("center"), "lat lon");

        Assert.Equal(("actual", "live", "female", "last_seen"), (
            alert.GetProperty("mode").GetString(), alert.GetProperty("status").GetString(),
            alert.GetProperty("child").GetProperty("sex").GetString(), circle.GetProperty("reason").GetString()));
        Assert.Equal(9, alert.GetProperty("child").GetProperty("ageYears").GetInt32());
        Assert.Equal(100_000, circle.GetProperty("radiusMetres").GetDouble());
        Assert.Equal(200_000, circle.GetProperty("nextRadiusMetres").GetDouble());
        Assert.EndsWith("Z", alert.GetProperty("issuedAt").GetString(), StringComparison.Ordinal);
        Assert.Equal($"{scene.PublicUrl}a/{facts.Alert.Code}/photo", alert.GetProperty("photoUrl").GetString());
    }

    [Theory]
    [InlineData(Datum.Gcj02)]
    [InlineData(Datum.Bd09)]
    public async Task Points_are_in_the_partners_datum(Datum datum)
    {
        var partner = await scene.AddPartnerAsync(datum);
        var alert = await GetAsync(partner, await scene.IssueAsync());
        var expected = DatumConversion.FromWgs84(new GeoPoint(30.2741, 120.1551), datum);
        foreach (var point in new[] { alert.GetProperty("lastSeen"), alert.GetProperty("circles")[0].GetProperty("center") })
        {
            Assert.Equal(expected.Latitude, point.GetProperty("lat").GetDouble(), 5);
            Assert.Equal(expected.Longitude, point.GetProperty("lon").GetDouble(), 5);
        }
    }

    [Fact]
    public async Task The_list_holds_live_alerts_and_an_ended_one_can_still_be_read_with_its_outcome()
    {
        var partner = await scene.AddPartnerAsync();
        var (stays, ends) = (await scene.IssueAsync(), await scene.IssueAsync());
        Assert.Equal((true, true), (await IsListedAsync(partner, stays), await IsListedAsync(partner, ends)));

        await scene.CloseAsync(ends);
        Assert.Equal((true, false), (await IsListedAsync(partner, stays), await IsListedAsync(partner, ends)));
        var ended = await GetAsync(partner, ends);
        Assert.Equal(("ended", "found_safe"), (ended.GetProperty("status").GetString(), ended.GetProperty("outcome").GetString()));
    }

    [Theory]
    [InlineData(AlertMode.Exercise)]
    [InlineData(AlertMode.Test)]
    public async Task A_drill_is_there_only_for_partners_that_take_part_in_drills(AlertMode mode)
    {
        var (without, with) = (await scene.AddPartnerAsync(), await scene.AddPartnerAsync(drills: true));
        var drill = await scene.IssueAsync(mode);
        Assert.Equal((false, true), (await IsListedAsync(without, drill), await IsListedAsync(with, drill)));
        foreach (var id in new[] { drill.Alert.Id.ToString(), "alert_00000000000000000000000000", "nonsense" })
        {
            using var unknown = await without.Client.GetAsync($"partner/v1/alerts/{id}", Cancel);
            Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
            Assert.Equal("not_found", (await SurfaceScene.JsonAsync(unknown)).GetProperty("code").GetString());
        }
    }

    [Fact]
    public async Task What_is_not_there_is_a_problem_too()
    {
        var partner = await scene.AddPartnerAsync();
        using var path = await partner.Client.GetAsync("partner/v1/nothing", Cancel);
        Assert.Equal((404, "not_found"), ((int)path.StatusCode, (await SurfaceScene.JsonAsync(path)).GetProperty("code").GetString()));
        using var method = await partner.Client.PutAsync("partner/v1/alerts", null, Cancel);
        Assert.Equal((405, "method_not_allowed"), ((int)method.StatusCode, (await SurfaceScene.JsonAsync(method)).GetProperty("code").GetString()));
        using var elsewhere = ReunionApp.Client(scene.PublicUrl);
        using var other = await elsewhere.GetAsync("partner/v1/alerts", Cancel);
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }

    private static async Task<JsonElement> GetAsync(ScenePartner partner, AlertFacts facts)
    {
        using var answer = await partner.Client.GetAsync($"partner/v1/alerts/{facts.Alert.Id}", Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await SurfaceScene.JsonAsync(answer);
    }

    private static async Task<bool> IsListedAsync(ScenePartner partner, AlertFacts facts)
    {
        using var answer = await partner.Client.GetAsync("partner/v1/alerts", Cancel);
        return (await SurfaceScene.JsonAsync(answer)).EnumerateArray()
            .Any(a => a.GetProperty("alertId").GetString() == facts.Alert.Id.ToString());
    }

    private static void AssertMembers(JsonElement element, string names) =>
        Assert.Equal(names.Split(' '), element.EnumerateObject().Select(p => p.Name));
}
