using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Reunion.Core.Cases;
using Reunion.Core.Common;
using Reunion.Core.Live;
using Reunion.Tests.Api;
using Reunion.Tests.Support;

namespace Reunion.Tests.Public.Caching;

[Collection(SurfaceScene.Collection)]
public sealed partial class CachedPageTests(SurfaceScene scene)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Readers_share_a_page_but_for_the_forms_key_in_every_encoding()
    {
        var facts = await scene.IssueAsync();
        var pages = new List<string>();
        foreach (var accepts in new[] { "", "gzip", "br;q=0, gzip;q=0.5", "gzip, deflate, br", "*", "gzip;q=0" })
            pages.Add(await ReadAsync($"a/{facts.Alert.Code}", accepts));
        var keys = pages.Select(p => Key().Match(p).Groups[1].Value).ToList();
        Assert.Equal(pages.Count, keys.Distinct().Count());
        Assert.DoesNotContain(new string('0', 32), keys);
        Assert.Single(pages.Select(p => Key().Replace(p, "")).Distinct());
    }

    [Fact]
    public async Task Languages_are_not_mixed_up_and_links_keep_what_the_address_asked_for()
    {
        var facts = await scene.IssueAsync();
        var path = $"a/{facts.Alert.Code}";
        foreach (var _ in Enumerable.Range(0, 2))
            foreach (var (accepts, query, word, link) in new[]
                     {
                         ("en", "", "What did you see?", "href=\"/\""), ("zh", "", "您看到了什么", "href=\"/\""),
                         ("zh", "?lang=en", "What did you see?", "href=\"/?lang=en\""), ("en", "?lang=zh", "您看到了什么", "href=\"/?lang=zh\""),
                     })
            {
                using var browser = PublicReader.Browser(scene.PublicUrl, accepts);
                var html = WebUtility.HtmlDecode(await browser.GetStringAsync(path + query, Cancel));
                Assert.Contains(word, html, StringComparison.Ordinal);
                Assert.Contains(link, html, StringComparison.Ordinal);
            }
    }

    [Fact]
    public async Task A_page_is_kept_until_something_happens_and_asked_for_again_by_its_tag()
    {
        var facts = await scene.IssueAsync();
        using var browser = PublicReader.Browser(scene.PublicUrl);
        var path = $"a/{facts.Alert.Code}";
        EntityTagHeaderValue? tag = null;
        var changes = 0;
        // Rings of any alert may come between: then it is written anew, and this looks again.
        await SurfaceScene.EventuallyAsync(async () =>
        {
            using var page = await browser.GetAsync(path, Cancel);
            Assert.Equal("no-cache, private", string.Join(", ", page.Headers.CacheControl!.ToString().Split(", ").Order()));
            Assert.Contains("Accept-Language", page.Headers.Vary);
            tag = page.Headers.ETag;
            await NameUnitAsync(facts.Case.Id, $"余杭分局{++changes}");
            using var unchanged = await AskAgainAsync(browser, path, tag!);
            Assert.Equal(page.Headers.GetValues("Content-Security-Policy"), unchanged.Headers.GetValues("Content-Security-Policy"));
            return unchanged.StatusCode == HttpStatusCode.NotModified;
        });

        scene.Get<LiveFeed>().Publish(new CaseChanged(facts.Case.Id));
        using var changed = await AskAgainAsync(browser, path, tag!);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Contains($"余杭分局{changes}", WebUtility.HtmlDecode(await changed.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_moment_a_case_is_closed_no_reader_is_given_its_photo_or_name()
    {
        foreach (var _ in Enumerable.Range(0, 5))
        {
            var facts = await scene.IssueAsync(name: "周小鹿");
            using var browser = PublicReader.Browser(scene.PublicUrl);
            var path = $"a/{facts.Alert.Code}";
            foreach (var warm in new[] { "", path, path + "/photo" })
                (await browser.GetAsync(warm, Cancel)).EnsureSuccessStatusCode();
            await scene.CloseAsync(facts);

            Assert.DoesNotContain("周小鹿", WebUtility.HtmlDecode(await browser.GetStringAsync(path, Cancel)), StringComparison.Ordinal);
            using var photo = await browser.GetAsync(path + "/photo", Cancel);
            Assert.Equal(HttpStatusCode.Gone, photo.StatusCode);
            Assert.DoesNotContain(facts.Alert.Code, await browser.GetStringAsync("", Cancel), StringComparison.Ordinal);
        }
    }

    // Behind everybody's back, so that only what was kept still tells the name of before.
    private Task<int> NameUnitAsync(CaseId id, string name) => scene.ReadAsync(db => db.Set<Case>().Where(c => c.Id == id)
        .ExecuteUpdateAsync(set => set.SetProperty(c => c.ContactUnit, name), Cancel));

    private static async Task<HttpResponseMessage> AskAgainAsync(HttpClient browser, string path, EntityTagHeaderValue tag)
    {
        using var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(tag);
        return await browser.SendAsync(again, Cancel);
    }

    private async Task<string> ReadAsync(string path, string accepts)
    {
        using var client = ReunionApp.Client(scene.PublicUrl);
        if (accepts.Length > 0)
            client.DefaultRequestHeaders.Add("Accept-Encoding", accepts);
        using var answer = await client.GetAsync(path, Cancel);
        answer.EnsureSuccessStatusCode();
        var bytes = await answer.Content.ReadAsByteArrayAsync(Cancel);
        using var sent = new MemoryStream(bytes);
        var expected = accepts switch { "gzip" or "br;q=0, gzip;q=0.5" => "gzip", "gzip, deflate, br" or "*" => "br", _ => null };
        Assert.Equal(expected, answer.Content.Headers.ContentEncoding.SingleOrDefault());
        using Stream plain = expected switch
        {
            "gzip" => new GZipStream(sent, CompressionMode.Decompress),
            "br" => new BrotliStream(sent, CompressionMode.Decompress),
            _ => sent,
        };
        using var reader = new StreamReader(plain);
        return await reader.ReadToEndAsync(Cancel);
    }

    [GeneratedRegex("name=\"key\" value=\"([0-9a-f]{32})\"")]
    private static partial Regex Key();
}
