using System.Net;
using Microsoft.EntityFrameworkCore;
using Reunion.Core.Tips;
using Reunion.Tests.Api;

namespace Reunion.Tests.Public.Pressure;

public sealed class UnderAttackTests(PressedScene scene) : IClassFixture<PressedScene>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Under_attack_a_tip_is_taken_for_work_and_only_once_for_the_same_work()
    {
        var facts = await scene.IssueAsync();
        var path = $"a/{facts.Alert.Code}";
        using var program = PublicReader.Program(scene.PublicUrl);
        var key = Guid.NewGuid().ToString("n");
        Assert.Null(await AskAsync(program, path, key));
        for (var i = 0; i < 10; i++)
            Assert.Equal(HttpStatusCode.Created, (await program.PostAsync(path + "/tips", PublicReader.Form(new { kind = "other", text = $"{i}" }), Cancel)).StatusCode);

        using var refused = await program.PostAsync(path + "/tips", PublicReader.Form(new { kind = "other", text = "eleven", key }), Cancel);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal("proof_required", (await SurfaceScene.JsonAsync(refused)).GetProperty("code").GetString());
        Assert.True(refused.Headers.Contains("Retry-After"));

        // A form without a key of ours, or with one of the sender's making, is no way around it.
        foreach (var form in new object[] { new { kind = "other", text = "no key" }, new { kind = "other", text = "own key", key = "x" } })
        {
            using var around = await program.PostAsync(path + "/tips", PublicReader.Form(form), Cancel);
            Assert.Equal(HttpStatusCode.TooManyRequests, around.StatusCode);
        }

        var challenge = (await AskAsync(program, path, key))!;
        var answer = ProofOfWorkTests.Solve(challenge);
        using var taken = await program.PostAsync(path + "/tips", PublicReader.Form(new { kind = "other", text = "eleven", key, challenge, answer }), Cancel);
        Assert.Equal(HttpStatusCode.Created, taken.StatusCode);
        using var again = await program.PostAsync(path + "/tips", PublicReader.Form(new { kind = "other", text = "eleven", key, challenge, answer }), Cancel);
        Assert.Equal((await SurfaceScene.JsonAsync(taken)).ToString(), (await SurfaceScene.JsonAsync(again)).ToString());
        using var replayed = await program.PostAsync(path + "/tips", PublicReader.Form(new { kind = "other", text = "twelve", key, challenge, answer }), Cancel);
        Assert.Equal(HttpStatusCode.TooManyRequests, replayed.StatusCode);
        var other = Guid.NewGuid().ToString("n");
        using var moved = await program.PostAsync(path + "/tips", PublicReader.Form(new { kind = "other", text = "eleven", key = other, challenge, answer }), Cancel);
        Assert.Equal(HttpStatusCode.TooManyRequests, moved.StatusCode);
        Assert.Equal(11, await scene.ReadAsync(db => db.Set<Tip>().CountAsync(t => t.AlertId == facts.Alert.Id, Cancel)));

        using var browser = PublicReader.Browser(scene.PublicUrl);
        using var page = await browser.PostAsync(path + "/tips", PublicReader.Form(new { kind = "other", text = "without a script", key = other }), Cancel);
        Assert.Equal(HttpStatusCode.TooManyRequests, page.StatusCode);
        var html = WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync(Cancel));
        foreach (var part in new[] { "This was not sent yet.", "href=\"tel:05715550110\"", "without a script", $"value=\"{other}\"" })
            Assert.Contains(part, html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("t")]
    [InlineData("report")]
    public async Task Whoever_tries_codes_is_stopped(string page)
    {
        using var program = PublicReader.Program(scene.PublicUrl);
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 60; i++)
            answers.Add((await program.GetAsync($"{page}/{i:0000000000000000}", Cancel)).StatusCode);
        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
        Assert.DoesNotContain(answers, a => a is not (HttpStatusCode.NotFound or HttpStatusCode.TooManyRequests));
    }

    private static async Task<string?> AskAsync(HttpClient program, string path, string key)
    {
        using var answer = await program.GetAsync($"{path}/challenge?key={key}", Cancel);
        return (await SurfaceScene.JsonAsync(answer)).TryGetProperty("challenge", out var challenge) ? challenge.GetString() : null;
    }
}
