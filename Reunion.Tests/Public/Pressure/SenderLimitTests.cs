using System.Net;
using Microsoft.EntityFrameworkCore;
using Reunion.Core.Tips;

namespace Reunion.Tests.Public.Pressure;

/// <summary>What one address may send, and that reading what is one's own is not guessing.</summary>
public sealed class SenderLimitTests(LimitedScene scene) : IClassFixture<LimitedScene>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_a_flood_of_forms_some_are_taken_and_those_are_stored()
    {
        var facts = await scene.IssueAsync();
        using var program = PublicReader.Program(scene.PublicUrl);
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(i =>
            program.PostAsync($"a/{facts.Alert.Code}/tips", PublicReader.Form(new { kind = "other", text = $"Flood {i}" }), Cancel)));
        var taken = answers.Count(a => a.StatusCode == HttpStatusCode.Created);
        Assert.InRange(taken, 5, 29);
        Assert.All(answers, a => Assert.True(a.StatusCode is HttpStatusCode.Created or HttpStatusCode.TooManyRequests, a.StatusCode.ToString()));
        Assert.Equal(taken, await scene.ReadAsync(db => db.Set<Tip>().CountAsync(t => t.AlertId == facts.Alert.Id, Cancel)));
    }

    [Fact]
    public async Task Of_many_reports_from_one_address_the_first_are_read()
    {
        using var program = PublicReader.Program(scene.PublicUrl);
        List<HttpStatusCode> answers = [];
        for (var i = 0; i < 5; i++)
            answers.Add((await program.PostAsync("report", PublicReader.Form(new { name = "" }), Cancel)).StatusCode);
        Assert.All(answers[..3], a => Assert.Equal(HttpStatusCode.BadRequest, a));
        Assert.All(answers[3..], a => Assert.Equal(HttpStatusCode.TooManyRequests, a));
    }

    [Fact]
    public async Task Who_reads_the_own_receipt_again_and_again_is_not_guessing()
    {
        var facts = await scene.IssueAsync();
        var receipt = await scene.Get<SubmitTip>().ExecuteAsync(facts.Alert.Id, new TipForm { Kind = TipKind.Other, Text = "Read often" }, Cancel);
        using var program = PublicReader.Program(scene.PublicUrl);
        for (var i = 0; i < 30; i++)
            Assert.Equal(HttpStatusCode.OK, (await program.GetAsync($"t/{receipt.ReceiptCode}", Cancel)).StatusCode);
    }
}
