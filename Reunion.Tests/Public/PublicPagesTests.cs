using System.Net;
using Reunion.Core.Alerts;
using Reunion.Core.Cases;
using Reunion.Tests.Api;
using Reunion.Tests.Support;

namespace Reunion.Tests.Public;

[Collection(SurfaceScene.Collection)]
public sealed class PublicPagesTests(SurfaceScene scene)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_alert_has_photo_facts_number_map_and_form_without_script_or_cookie()
    {
        var facts = await scene.IssueAsync(name: "<b>小雨</b>");
        using var browser = PublicReader.Browser(scene.PublicUrl);
        using var answer = await browser.GetAsync($"a/{facts.Alert.Code}", Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);

        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));
        foreach (var part in new[]
                 {
                     $"src=\"/a/{facts.Alert.Code}/photo\"", "href=\"tel:05715550110\"", "9 years old", "杭州市西湖区", "132 cm", "Within 100 km",
                     "data-outline=\"", "name=\"text\"", $"action=\"/a/{facts.Alert.Code}/tips\"",
                 })
            Assert.Contains(part, html, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("blazor", html, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("en", "", "What did you see?")]
    [InlineData("zh-CN,zh;q=0.9", "", "您看到了什么\uff1f")]
    [InlineData("zh-CN", "?lang=en", "What did you see?")]
    [InlineData("fr", "?lang=zh", "您看到了什么\uff1f")]
    public async Task The_reader_gets_a_language(string accepts, string query, string expected)
    {
        var facts = await scene.IssueAsync();
        using var browser = PublicReader.Browser(scene.PublicUrl, accepts);
        Assert.Contains(expected, WebUtility.HtmlDecode(await browser.GetStringAsync($"a/{facts.Alert.Code}{query}", Cancel)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_photo_is_cached_by_tag_and_gone_once_the_alert_ended()
    {
        var facts = await scene.IssueAsync();
        using var client = ReunionApp.Client(scene.PublicUrl);
        var path = $"a/{facts.Alert.Code}/photo";
        using var photo = await client.GetAsync(path, Cancel);
        Assert.Equal("image/jpeg", photo.Content.Headers.ContentType?.MediaType);
        using var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(photo.Headers.ETag!);
        using var unchanged = await client.SendAsync(again, Cancel);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);

        await scene.CloseAsync(facts);
        using var conditional = new HttpRequestMessage(HttpMethod.Get, path);
        conditional.Headers.IfNoneMatch.Add(photo.Headers.ETag!);
        using var gone = await client.SendAsync(conditional, Cancel);
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        Assert.Equal("alert_ended", (await SurfaceScene.JsonAsync(gone)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task After_the_end_the_page_says_so_without_photo_or_name_and_the_list_without_photo()
    {
        var (found, mistake) = (await scene.IssueAsync(name: "陈找到"), await scene.IssueAsync(name: "李误报"));
        using var browser = PublicReader.Browser(scene.PublicUrl);
        var before = WebUtility.HtmlDecode(await browser.GetStringAsync("", Cancel));
        Assert.Contains($"/a/{found.Alert.Code}/photo", before, StringComparison.Ordinal);
        await scene.CloseAsync(found);
        await scene.CloseAsync(mistake, Outcome.IssuedInError);

        var page = WebUtility.HtmlDecode(await browser.GetStringAsync($"a/{found.Alert.Code}", Cancel));
        Assert.Contains("This search is over", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.DoesNotContain("陈找到", page, StringComparison.Ordinal);
        var home = WebUtility.HtmlDecode(await browser.GetStringAsync("", Cancel));
        Assert.Contains("陈找到", home, StringComparison.Ordinal);
        Assert.DoesNotContain($"/a/{found.Alert.Code}", home, StringComparison.Ordinal);
        Assert.DoesNotContain("李误报", home, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AlertMode.Exercise)]
    [InlineData(AlertMode.Test)]
    public async Task A_drill_looks_like_a_page_that_does_not_exist(AlertMode mode)
    {
        var drill = await scene.IssueAsync(mode, name: "演练儿童");
        using var browser = PublicReader.Browser(scene.PublicUrl);
        using var program = PublicReader.Program(scene.PublicUrl);
        foreach (var client in new[] { browser, program })
            foreach (var suffix in new[] { "", "/photo" })
            {
                using var unknown = await client.GetAsync($"a/ZZZZZZZZ{suffix}", Cancel);
                using var hidden = await client.GetAsync($"a/{drill.Alert.Code}{suffix}", Cancel);
                Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (unknown.StatusCode, hidden.StatusCode));
                Assert.Equal(await unknown.Content.ReadAsStringAsync(Cancel), await hidden.Content.ReadAsStringAsync(Cancel));
            }

        using var tip = await program.PostAsync($"a/{drill.Alert.Code}/tips", PublicReader.Form(new { kind = "other", text = "x" }), Cancel);
        Assert.Equal(HttpStatusCode.NotFound, tip.StatusCode);
        Assert.DoesNotContain("演练儿童", WebUtility.HtmlDecode(await browser.GetStringAsync("", Cancel)), StringComparison.Ordinal);
    }
}
