using System.Text;
using Microsoft.AspNetCore.Http;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Core.Dispatch.Webhooks;
using Reunion.Core.Storage;
using Reunion.Tests.Support.Databases;
using Reunion.Tests.Support.PartnerApps;

namespace Reunion.Tests.Dispatch;

public sealed class AttemptRecordTests
{
    [Theory, OnBothDatabases]
    public async Task An_attempt_keeps_status_address_and_the_first_bytes_of_the_answer(StorageProvider provider)
    {
        await using var scene = await DispatchScene.CreateAsync(provider);
        var (partner, app) = await scene.AddPartnerAsync();
        app.Next(Answers(503, "busy\0\r\n\u001b[31m" + new string('x', 5000)));
        await scene.AdvanceAsync(await scene.IssueAsync());
        await scene.DrainAsync(partner);

        var attempt = Assert.Single(await scene.RowsAsync<DeliveryAttempt>());
        Assert.Equal((503, "503", app.Endpoint), (attempt.Status, attempt.Result, attempt.EndpointUsed));
        Assert.StartsWith("busy\uFFFD  \uFFFD[31mxxx", attempt.Answer, StringComparison.Ordinal);
        Assert.Equal(AnswerText.MaxBytes, attempt.Answer!.Length);
    }

    [Fact]
    public async Task An_attempt_without_an_answer_has_no_status()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync();
        app.Next(new PartnerAnswer(200, Script: context =>
        {
            context.Abort();
            return Task.CompletedTask;
        }));
        await scene.AdvanceAsync(await scene.IssueAsync());
        await scene.DrainAsync(partner);

        var attempt = Assert.Single(await scene.RowsAsync<DeliveryAttempt>());
        Assert.Null(attempt.Status);
        Assert.Null(attempt.Answer);
        Assert.NotNull(attempt.EndpointUsed);
    }

    [Fact]
    public async Task A_partner_that_repeats_the_devices_does_not_make_us_keep_them()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync();
        scene.Report(partner, 200, 90_000);
        var repeated = string.Join(',', Enumerable.Range(1, 200).Select(i => $"\"{i:x16}\""));
        app.Next(PartnerAnswer.Ok, Answers(200, $"{{\"recipients\":[{repeated}]}}"));
        await scene.AdvanceAsync(await scene.IssueAsync());
        await scene.DrainAsync(partner);

        var attempt = (await scene.RowsAsync<DeliveryAttempt>()).OrderBy(a => a.Id).Last();
        Assert.Contains("recipients", attempt.Answer, StringComparison.Ordinal);
        Assert.DoesNotContain("0000", attempt.Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_attempts_the_newest_are_shown()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, _) = await scene.AddPartnerAsync();
        await scene.AdvanceAsync(await scene.IssueAsync());
        var message = Assert.Single(await scene.RowsAsync<Delivery>()).Id;
        await using (var db = scene.Db())
        {
            for (var i = 0; i < 120; i++)
                db.Add(new DeliveryAttempt { DeliveryId = message, AtUtc = scene.Clock.GetUtcNow().AddMinutes(i), DurationMilliseconds = i, Result = "500" });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var shown = await scene.Get<ReadDeliveries>().AttemptsAsync(TestPeople.Admin, message, TestContext.Current.CancellationToken);

        Assert.Equal(100, shown.Count);
        Assert.Equal(119, shown[0].DurationMilliseconds);
    }

    [Theory]
    [InlineData("a\u202Eb", "a\uFFFDb")]
    [InlineData("谢谢", "谢谢")]
    public void What_is_kept_can_be_shown(string answer, string kept) => Assert.Equal(kept, AnswerText.Of(Encoding.UTF8.GetBytes(answer)));

    [Fact]
    public void A_character_that_the_limit_cuts_in_two_is_left_out() =>
        Assert.Equal(new string('x', 1023), AnswerText.Of(Encoding.UTF8.GetBytes(new string('x', 1023) + "é")));

    private static PartnerAnswer Answers(int status, string text) => new(status, Script: async context =>
    {
        context.Response.StatusCode = status;
        await context.Response.WriteAsync(text);
    });
}
