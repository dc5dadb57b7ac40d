using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Reunion.Core.Tips;
using Reunion.Tests.Api;
using Reunion.Tests.Support.Photos;

namespace Reunion.Tests.Public;

[Collection(SurfaceScene.Collection)]
public sealed partial class PublicTipTests(SurfaceScene scene)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_browser_is_sent_to_its_receipt_and_two_clicks_are_one_tip()
    {
        var facts = await scene.IssueAsync();
        using var browser = PublicReader.Browser(scene.PublicUrl);
        var key = Key().Match(await browser.GetStringAsync($"a/{facts.Alert.Code}", Cancel)).Groups[1].Value;
        var fields = new { key, kind = "sighting", text = "在火车站 <看到>", seenAt = "2026-11-23T09:10", lat = "", lon = "", place = "", contact = "" };
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ =>
            browser.PostAsync($"a/{facts.Alert.Code}/tips", PublicReader.Form(fields, TestPhotos.JpegWithExif()), Cancel)));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.SeeOther, a.StatusCode));
        var location = Assert.Single(answers.Select(a => a.Headers.Location!.ToString()).Distinct());

        var tip = await scene.ReadAsync(db => db.Set<Tip>().Include(t => t.Photos).SingleAsync(t => t.AlertId == facts.Alert.Id, Cancel));
        Assert.Equal((TipSource.PublicPage, null, null, DateTimeOffset.Parse("2026-11-23T01:10Z", null)), (tip.Source, tip.PartnerId, tip.Latitude, tip.SeenAtUtc));
        Assert.Equal(-1, Assert.Single(tip.Photos).Jpeg.AsSpan().IndexOf("Exif"u8));

        using var other = await browser.PostAsync(
            $"a/{facts.Alert.Code}/tips", PublicReader.Form(new { key, kind = "sighting", text = "Later, something else" }), Cancel);
        Assert.NotEqual(location, other.Headers.Location!.ToString());

        var receipt = WebUtility.HtmlDecode(await browser.GetStringAsync(location[1..], Cancel));
        Assert.Contains("Waiting for an officer to read it", receipt, StringComparison.Ordinal);
        Assert.Contains("在火车站", receipt, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=zz", "--zz\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\na")]
    [InlineData("application/x-www-form-urlencoded; charset=utf-7", "kind=other&text=a")]
    public async Task A_form_that_cannot_be_read_is_refused_not_failed_on(string type, string body)
    {
        var facts = await scene.IssueAsync();
        using var browser = PublicReader.Browser(scene.PublicUrl);
        using var content = new ByteArrayContent(System.Text.Encoding.ASCII.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var answer = await browser.PostAsync($"a/{facts.Alert.Code}/tips", content, Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Wrong_fields_come_back_in_the_form_with_everything_that_was_entered()
    {
        var facts = await scene.IssueAsync();
        using var browser = PublicReader.Browser(scene.PublicUrl);
        using var answer = await browser.PostAsync($"a/{facts.Alert.Code}/tips", PublicReader.Form(
            new { kind = "ride", text = " ", place = "城站 \"1\"", contact = "me@example.org", lat = "30.5", lon = "120.5", seenAt = "2126-01-01T10:00" }, [1, 2, 3]), Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));
        foreach (var part in new[]
                 {
                     "id=\"tip-text-error\">Please fill this in", "id=\"tip-seenAt-error\">This time lies in the future", "value=\"城站 \"1\"\"",
                     "value=\"me@example.org\"", "value=\"30.5\"", "value=\"ride\" selected", "2126-01-01T10:00", "choose your photos again",
                 })
            Assert.Contains(part, html, StringComparison.Ordinal);

        Assert.Equal(0, await scene.ReadAsync(db => db.Set<Tip>().CountAsync(t => t.AlertId == facts.Alert.Id, Cancel)));
    }

    [Theory]
    [InlineData("en", "cannot be read as a photo")]
    [InlineData("zh", "无法作为照片读取")]
    public async Task A_photo_that_cannot_be_taken_is_named_on_the_receipt_and_the_rest_is_kept(string language, string words)
    {
        var facts = await scene.IssueAsync();
        using var browser = PublicReader.Browser(scene.PublicUrl, language);
        var form = PublicReader.Form(new { kind = "ride", text = "x" }, TestPhotos.Jpeg());
        form.Add(new ByteArrayContent([1, 2, 3]), "photos", "<b>3.jpg");
        using var answer = await browser.PostAsync($"a/{facts.Alert.Code}/tips", form, Cancel);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var receipt = await browser.GetStringAsync(answer.Headers.Location!.ToString()[1..], Cancel);
        Assert.Contains("&lt;b&gt;3.jpg</strong> ", receipt, StringComparison.Ordinal);
        Assert.Contains(words, WebUtility.HtmlDecode(receipt), StringComparison.Ordinal);
        Assert.Equal(1, await scene.ReadAsync(db => db.Set<TipPhoto>().CountAsync(
            p => db.Set<Tip>().Any(t => t.Id == p.TipId && t.AlertId == facts.Alert.Id), Cancel)));
    }

    [Fact]
    public async Task A_program_gets_json()
    {
        var facts = await scene.IssueAsync();
        using var program = PublicReader.Program(scene.PublicUrl);
        var path = $"a/{facts.Alert.Code}/tips";
        using var made = await program.PostAsync(path, PublicReader.Form(
            new { kind = "vehicle", text = "A grey van", seenAt = "2026-11-23T01:10:00Z", lat = "30.25", lon = "120.2" }, TestPhotos.Png()), Cancel);
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        Assert.Equal(["tipId", "receiptCode"], (await SurfaceScene.JsonAsync(made)).EnumerateObject().Select(p => p.Name));
        var tip = await scene.ReadAsync(db => db.Set<Tip>().SingleAsync(t => t.AlertId == facts.Alert.Id, Cancel));
        Assert.Equal((30.25, 120.2), (tip.Latitude, tip.Longitude));

        using var wrong = await program.PostAsync(path, PublicReader.Form(new { kind = "nonsense", text = "", lat = "x", lon = "" }), Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Equal(["kind", "lat", "text"], (await SurfaceScene.JsonAsync(wrong)).GetProperty("errors").EnumerateObject().Select(e => e.Name).Order());
        using var type = await program.PostAsync(path, new StringContent("{}", null, "application/json"), Cancel);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, type.StatusCode);

        await scene.CloseAsync(facts);
        using var over = await program.PostAsync(path, PublicReader.Form(new { kind = "vehicle", text = "late" }), Cancel);
        Assert.Equal((410, "alert_ended"), ((int)over.StatusCode, (await SurfaceScene.JsonAsync(over)).GetProperty("code").GetString()));
        using var browser = PublicReader.Browser(scene.PublicUrl);
        using var page = await browser.PostAsync(path, PublicReader.Form(new { kind = "vehicle", text = "late" }), Cancel);
        Assert.Equal(HttpStatusCode.Gone, page.StatusCode);
        Assert.Contains("This search is over", await page.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receipt_that_nobody_has_is_404()
    {
        using var browser = PublicReader.Browser(scene.PublicUrl);
        foreach (var code in new[] { "0000000000000000", "short", new string('x', 300) })
        {
            using var answer = await browser.GetAsync($"t/{code}", Cancel);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Contains("There is nothing here", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        }
    }

    [GeneratedRegex("name=\"key\" value=\"([0-9a-f]{32})\"")]
    private static partial Regex Key();
}
