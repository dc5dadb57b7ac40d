using System.Net;
using Reunion.Core.Tips;
using Reunion.Core.Tips.Conversation;
using Reunion.Tests.Api;
using Reunion.Tests.Support.Databases;

namespace Reunion.Tests.Public;

[Collection(SurfaceScene.Collection)]
public sealed class ReceiptTests(SurfaceScene scene)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tipster_and_reviewer_talk_through_the_receipts_page_without_an_account()
    {
        var facts = await scene.IssueAsync();
        var receipt = await scene.Get<SubmitTip>().ExecuteAsync(facts.Alert.Id, new TipForm { Kind = TipKind.Sighting, Text = "在车站" }, Cancel);
        await scene.Get<ReplyToTip>().ExecuteAsync(TestPeople.Supervisor, receipt.TipId, "Which platform?", Cancel);

        using var browser = PublicReader.Browser(scene.PublicUrl);
        var path = $"t/{receipt.ReceiptCode}";
        var page = await browser.GetStringAsync(path, Cancel);
        Assert.Contains("Which platform?", page, StringComparison.Ordinal);
        Assert.DoesNotContain(TestPeople.Supervisor.Name, page, StringComparison.Ordinal);

        var form = new { text = "Platform 2 <b>", key = Guid.NewGuid().ToString("n") };
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => browser.PostAsync($"{path}/messages?lang=en", PublicReader.Form(form), Cancel)));
        Assert.All(answers, a => Assert.Equal((HttpStatusCode.SeeOther, $"/{path}?lang=en#talk"), (a.StatusCode, a.Headers.Location!.ToString())));
        var messages = await scene.Get<ReadConversation>().OfTipAsync(TestPeople.Supervisor, receipt.TipId, Cancel);
        Assert.Equal([MessageAuthor.Reviewer, MessageAuthor.Tipster], messages.Select(m => m.Author));
        // Typed as it is read aloud.
        var typed = string.Join('-', receipt.ReceiptCode.ToLowerInvariant().Chunk(4).Select(c => new string(c)));
        Assert.Contains("Platform 2 &lt;b&gt;", await browser.GetStringAsync($"t/{typed}", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_messages_come_back_with_what_was_written_and_an_ended_alert_takes_none()
    {
        var facts = await scene.IssueAsync();
        var receipt = await scene.Get<SubmitTip>().ExecuteAsync(facts.Alert.Id, new TipForm { Kind = TipKind.Sighting, Text = "在车站" }, Cancel);
        using var browser = PublicReader.Browser(scene.PublicUrl);
        var path = $"t/{receipt.ReceiptCode}/messages";
        using var empty = await browser.PostAsync(path, PublicReader.Form(new { text = " " }), Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        Assert.Contains("id=\"tip-text-error\">Please fill this in", await empty.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        using var tooLong = await browser.PostAsync(path, PublicReader.Form(new { text = new string('长', 2001) }), Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, tooLong.StatusCode);
        using var unknown = await browser.PostAsync("t/0000000000000000/messages", PublicReader.Form(new { text = "x" }), Cancel);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);

        await scene.CloseAsync(facts);
        using var late = await browser.PostAsync(path, PublicReader.Form(new { text = "late" }), Cancel);
        Assert.Equal(HttpStatusCode.Gone, late.StatusCode);
        Assert.DoesNotContain("<form", await browser.GetStringAsync($"t/{receipt.ReceiptCode}", Cancel), StringComparison.Ordinal);
    }
}
