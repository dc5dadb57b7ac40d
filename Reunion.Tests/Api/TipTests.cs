using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Reunion.Core.Alerts.Publishing;
using Reunion.Core.Geography;
using Reunion.Core.Tips;
using Reunion.Tests.Support.Photos;

namespace Reunion.Tests.Api;

[Collection(SurfaceScene.Collection)]
public sealed class TipTests(SurfaceScene scene)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_full_tip_is_stored_before_it_is_acknowledged_in_wgs84_and_with_clean_photos()
    {
        var partner = await scene.AddPartnerAsync(Datum.Gcj02);
        var facts = await scene.IssueAsync();
        var place = new GeoPoint(30.3, 120.2);
        var shifted = DatumConversion.FromWgs84(place, Datum.Gcj02);
        var (status, answer) = await PostAsync(partner, facts, new
        {
            kind = "hotel_check_in",
            text = "登记了一名女孩",
            seenAt = "2026-11-23T09:10:00+08:00",
            lat = shifted.Latitude,
            lon = shifted.Longitude,
            place = "城站",
            contact = "13800000000",
            photos = new[] { TestPhotos.JpegWithExif(), TestPhotos.Png() },
            later = new { member = 1 },
        });
        Assert.Equal(201, status);
        Assert.Equal(["tipId", "receiptCode"], answer.EnumerateObject().Select(p => p.Name));

        var id = Core.Common.TypedId.TryParse<Core.Common.TipId>(answer.GetProperty("tipId").GetString(), out var parsed) ? parsed : default;
        var tip = await scene.ReadAsync(db => db.Set<Tip>().Include(t => t.Photos).SingleAsync(t => t.Id == id, Cancel));
        Assert.Equal((TipKind.HotelCheckIn, TipSource.PartnerApi, partner.Id), (tip.Kind, tip.Source, tip.PartnerId));
        Assert.Equal(DateTimeOffset.Parse("2026-11-23T01:10:00Z", null), tip.SeenAtUtc);
        Assert.Equal(place.Latitude, tip.Latitude!.Value, 6);
        Assert.Equal(place.Longitude, tip.Longitude!.Value, 6);
        Assert.Equal(2, tip.Photos.Count);
        Assert.All(tip.Photos, p =>
        {
            Assert.Equal([0xFF, 0xD8], p.Jpeg[..2]);
            Assert.Equal(-1, p.Jpeg.AsSpan().IndexOf("Exif"u8));
            Assert.Equal(-1, p.Jpeg.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(TestPhotos.Camera)));
        });
    }

    [Fact]
    public async Task The_same_key_again_answers_the_same_also_at_once_and_belongs_to_its_partner_and_alert()
    {
        var (partner, other) = (await scene.AddPartnerAsync(), await scene.AddPartnerAsync());
        var (facts, second) = (await scene.IssueAsync(), await scene.IssueAsync());
        var tip = new { kind = "ride", text = "A ride" };
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => PostAsync(partner, facts, tip, "k1")));
        Assert.All(answers, a => Assert.Equal(201, a.Status));
        var id = Assert.Single(answers.Select(a => a.Answer.GetProperty("tipId").GetString()).Distinct());

        Assert.NotEqual(id, (await PostAsync(other, facts, tip, "k1")).Answer.GetProperty("tipId").GetString());
        Assert.NotEqual(id, (await PostAsync(partner, second, tip, "k1")).Answer.GetProperty("tipId").GetString());
        Assert.Equal(2, await scene.ReadAsync(db => db.Set<Tip>().CountAsync(t => t.AlertId == facts.Alert.Id, Cancel)));

        await scene.CloseAsync(facts);
        Assert.Equal(id, (await PostAsync(partner, facts, tip, "k1")).Answer.GetProperty("tipId").GetString());
    }

    [Fact]
    public async Task Every_wrong_field_is_named_as_in_the_contract()
    {
        var partner = await scene.AddPartnerAsync();
        var facts = await scene.IssueAsync();
        Assert.Equal("kind required,text required", await ErrorsAsync(partner, facts, new { }));
        Assert.Equal("kind kind_unknown,seenAt malformed,text required", await ErrorsAsync(partner, facts, new { kind = "Ride", text = " ", seenAt = "yesterday" }));
        Assert.Equal("lat latitude_out_of_range,seenAt time_in_future", await ErrorsAsync(
            partner, facts, new { kind = "ride", text = "x", lat = 91, lon = 10, seenAt = "2126-11-23T09:10:00Z" }));
        Assert.Equal("lat place_incomplete", await ErrorsAsync(partner, facts, new { kind = "ride", text = "x", lat = 31 }));
        Assert.Equal("text too_long", await ErrorsAsync(partner, facts, new { kind = "ride", text = new string('x', 4001) }));
        Assert.Equal("lon longitude_out_of_range", await ErrorsAsync(partner, facts, new { kind = "ride", text = "x", lat = 31, lon = 1e300 }));
        Assert.Equal(0, await scene.ReadAsync(db => db.Set<Tip>().CountAsync(t => t.AlertId == facts.Alert.Id, Cancel)));
    }

    [Fact]
    public async Task Photos_that_cannot_be_taken_are_named_beside_the_receipt_and_the_rest_is_stored()
    {
        var partner = await scene.AddPartnerAsync();
        var facts = await scene.IssueAsync();
        var good = Convert.ToBase64String(TestPhotos.Jpeg());
        var tip = new { kind = "ride", text = "x", photos = new[] { "??", good, null, Convert.ToBase64String("GIF89a"u8), good, good, good, good } };
        var (status, answer) = await PostAsync(partner, facts, tip, "k");
        Assert.Equal(201, status);
        Assert.Equal(["tipId", "receiptCode", "refusedPhotos"], answer.EnumerateObject().Select(p => p.Name));
        Assert.Equal(
            """[{"index":0,"name":"","code":"photo_unreadable"},{"index":2,"name":"","code":"photo_unreadable"},"""
            + """{"index":3,"name":"","code":"photo_type"},{"index":7,"name":"","code":"too_many_photos"}]""",
            answer.GetProperty("refusedPhotos").GetRawText());
        Assert.Equal(answer.GetRawText(), (await PostAsync(partner, facts, tip, "k")).Answer.GetRawText());
        var stored = await scene.ReadAsync(db => db.Set<Tip>().Include(t => t.Photos).SingleAsync(t => t.AlertId == facts.Alert.Id, Cancel));
        Assert.Equal((4, true), (stored.Photos.Count, stored.IsPartnerSignal));
    }

    [Theory]
    [InlineData("application/json; charset=klingon")]
    [InlineData("application/json; charset=\"utf-7\"")]
    [InlineData("text/plain")]
    public async Task A_tip_in_a_type_or_character_set_that_nobody_knows_is_refused_not_failed_on(string type)
    {
        var partner = await scene.AddPartnerAsync();
        var facts = await scene.IssueAsync();
        using var content = new ByteArrayContent([.. """{"kind":"ride","text":"x"}"""u8]);
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var answer = await partner.Client.PostAsync($"partner/v1/alerts/{facts.Alert.Id}/tips", content, Cancel);
        Assert.Equal(415, (int)answer.StatusCode);
        Assert.Equal("unsupported_media_type", (await SurfaceScene.JsonAsync(answer)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task An_ended_alert_answers_410_and_an_unknown_one_404()
    {
        var partner = await scene.AddPartnerAsync();
        var facts = await scene.IssueAsync();
        await scene.CloseAsync(facts);
        var (status, problem) = await PostAsync(partner, facts, new { kind = "other", text = "late" });
        Assert.Equal((410, "alert_ended"), (status, problem.GetProperty("code").GetString()));
        (status, problem) = await PostAsync(partner, await scene.IssueAsync(Core.Alerts.AlertMode.Test), new { kind = "other", text = "x" });
        Assert.Equal((404, "not_found"), (status, problem.GetProperty("code").GetString()));
    }

    private static async Task<string> ErrorsAsync(ScenePartner partner, AlertFacts facts, object tip)
    {
        var (status, problem) = await PostAsync(partner, facts, tip);
        Assert.Equal((400, "invalid"), (status, problem.GetProperty("code").GetString()));
        return string.Join(',', problem.GetProperty("errors").EnumerateObject().Select(e => $"{e.Name} {e.Value[0]}").Order(StringComparer.Ordinal));
    }

    private static async Task<(int Status, JsonElement Answer)> PostAsync(ScenePartner partner, AlertFacts facts, object tip, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"partner/v1/alerts/{facts.Alert.Id}/tips") { Content = JsonContent.Create(tip) };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        using var answer = await partner.Client.SendAsync(request, Cancel);
        return ((int)answer.StatusCode, await SurfaceScene.JsonAsync(answer));
    }
}
