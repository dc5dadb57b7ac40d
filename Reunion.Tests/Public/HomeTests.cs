using System.Net;
using Reunion.Core.Alerts;
using Reunion.Core.Alerts.Clarifications;
using Reunion.Core.Common.Text;
using Reunion.Tests.Api;
using Reunion.Tests.Support.Databases;

namespace Reunion.Tests.Public;

[Collection(SurfaceScene.Collection)]
public sealed class HomeTests(SurfaceScene scene)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_says_what_to_do_and_shows_a_clarification_the_moment_it_is_published()
    {
        var facts = await scene.IssueAsync();
        using var english = PublicReader.Browser(scene.PublicUrl);
        using var chinese = PublicReader.Browser(scene.PublicUrl, "zh");
        var before = await english.GetStringAsync("", Cancel);
        foreach (var part in new[] { "href=\"tel:110\"", "href=\"/report\"", $"href=\"/a/{facts.Alert.Code}\"" })
            Assert.Contains(part, before, StringComparison.Ordinal);

        await scene.Get<PublishClarification>().ExecuteAsync(
            TestPeople.Supervisor, facts.Alert.Id, new LocalizedText("<i>网传照片不是她</i>", "That picture is not of her"), Cancel);
        Assert.Contains("That picture is not of her", await english.GetStringAsync("", Cancel), StringComparison.Ordinal);
        var page = await chinese.GetStringAsync("", Cancel);
        Assert.DoesNotContain("<i>", page, StringComparison.Ordinal);
        Assert.Contains("<i>网传照片不是她</i>", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_to_an_alert_are_previewed_with_the_childs_photo_and_those_to_an_ended_one_without()
    {
        var facts = await scene.IssueAsync(name: "孟小鸥");
        using var browser = PublicReader.Browser(scene.PublicUrl);
        var path = $"a/{facts.Alert.Code}";
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync(path, Cancel));
        var site = scene.PublicUrl.ToString();
        foreach (var tag in new[] { $"\"og:image\" content=\"{site}{path}/photo\"", $"\"og:url\" content=\"{site}{path}\"", "\"og:title\" content=\"", "孟小鸥" })
            Assert.Contains(tag, page, StringComparison.Ordinal);
        await scene.CloseAsync(facts);
        Assert.DoesNotContain("og:", await browser.GetStringAsync(path, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_poster_is_an_A4_page_in_the_readers_language_and_gone_once_the_alert_ended()
    {
        var facts = await scene.IssueAsync();
        using var browser = PublicReader.Browser(scene.PublicUrl);
        var path = $"a/{facts.Alert.Code}/poster.pdf";
        using var answer = await browser.GetAsync(path, Cancel);
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var pdf = await answer.Content.ReadAsByteArrayAsync(Cancel);
        Assert.StartsWith("%PDF-", System.Text.Encoding.Latin1.GetString(pdf), StringComparison.Ordinal);
        Assert.Matches(@"/MediaBox \[0 0 595(\.\d+)? 84[12](\.\d+)?\]", System.Text.Encoding.Latin1.GetString(pdf));
        // The photo is in it as it is, and of the font only what is used.
        Assert.InRange(pdf.Length, 5_000, 400_000);
        var chinese = await browser.GetByteArrayAsync(path + "?lang=zh", Cancel);
        Assert.NotEqual(pdf.Length, chinese.Length);

        await scene.CloseAsync(facts);
        using var gone = await browser.GetAsync(path, Cancel);
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        var drill = await scene.IssueAsync(AlertMode.Exercise);
        using var hidden = await browser.GetAsync($"a/{drill.Alert.Code}/poster.pdf", Cancel);
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
    }
}
