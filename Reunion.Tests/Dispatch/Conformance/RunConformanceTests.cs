using Reunion.Core.Alerts;
using Reunion.Core.Audit;
using Reunion.Core.Common.Problems;
using Reunion.Core.Dispatch.Conformance;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Core.Dispatch.Rings;
using Reunion.Core.Partners;
using Reunion.Tests.Support;

namespace Reunion.Tests.Dispatch.Conformance;

public sealed class RunConformanceTests
{
    [Theory]
    [InlineData("nothing", "")]
    [InlineData("refuses_late", "")]
    [InlineData("no_ping", "ping")]
    [InlineData("fails_on_repeats", "same_id_again")]
    [InlineData("ignores_signature", "wrong_secret changed_body")]
    [InlineData("parses_first", "changed_body")]
    [InlineData("refuses_with_gone", "wrong_secret changed_body old_timestamp")]
    [InlineData("ignores_time", "old_timestamp")]
    [InlineData("first_signature_only", "second_signature")]
    [InlineData("no_growth", "expanded")]
    [InlineData("no_recipients", "recipients_json")]
    [InlineData("never_ends", "ended")]
    [InlineData("falls_over_late", "late_batch")]
    public async Task A_partner_fails_the_steps_that_its_fault_is_about_and_no_other(string fault, string failed)
    {
        var report = await RunAsync(fault);
        Assert.Equal(11, report.Results.Count);
        Assert.Equal(failed.Split(' ', StringSplitOptions.RemoveEmptyEntries), report.Results.Where(r => !r.IsPassed).Select(r => r.Step.Code));
        Assert.Equal(failed.Length == 0, report.IsPassed);
    }

    [Theory]
    [InlineData("nothing", "")]
    [InlineData("no_binary", "recipients_binary")]
    public async Task Binary_recipients_are_tried_with_who_chose_them(string fault, string failed)
    {
        var report = await RunAsync(fault, format: RecipientFormat.Binary);
        Assert.Contains(report.Script, s => s.Code == "recipients_binary");
        Assert.Equal(failed, string.Join(' ', report.Results.Where(r => !r.IsPassed).Select(r => r.Step.Code)));
    }

    [Fact]
    public async Task Who_finds_its_phones_itself_is_sent_no_recipients()
    {
        var report = await RunAsync("falls_over_late", Targeting.Area);
        Assert.DoesNotContain(report.Script, s => s.Message == MessageType.AlertRecipients);
        Assert.Equal(["late_message"], report.Results.Where(r => !r.IsPassed).Select(r => r.Step.Code));
    }

    [Fact]
    public async Task Only_the_exercise_endpoint_hears_of_it_in_exercise_mode_and_nothing_but_the_audit_is_stored()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync();
        app.Judge = new ConformingApp(app, scene.Clock, "nothing").Answer;
        var told = new List<string>();

        await scene.Get<RunConformance>().ExecuteAsync(TestActors.Admin, partner, r =>
        {
            told.Add(r.Step.Code);
            return Task.CompletedTask;
        }, TestContext.Current.CancellationToken);

        Assert.Equal(ConformanceSteps.For(Targeting.Devices, RecipientFormat.Json).Select(s => s.Code), told);
        Assert.All(app.Requests, r => Assert.Equal("/exercise", r.Path));
        Assert.All(app.Requests.Where(r => r.Type is not (MessageType.PartnerPing or MessageType.AlertRecipients)),
            r => Assert.Equal("exercise", r.Data.GetProperty("mode").GetString()));
        Assert.Equal(app.Requests[1].Id, app.Requests[2].Id);
        Assert.Equal(app.Requests[1].Body, app.Requests[2].Body);
        Assert.Empty(await scene.RowsAsync<Alert>());
        Assert.Empty(await scene.RowsAsync<Delivery>());
        Assert.Empty(await scene.RowsAsync<RecipientBatch>());
        Assert.Single(await scene.RowsAsync<AuditEntry>(), e => e.Action == AuditAction.ConformanceRun && e.Subject == partner.ToString());
    }

    [Fact]
    public async Task A_session_that_nothing_answers_ends_with_its_first_step()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var made = await scene.Get<RegisterPartner>().ExecuteAsync(TestActors.Admin, new PartnerForm
        {
            Name = "Nobody there", Endpoint = "http://127.0.0.1:9/alerts", ExerciseEndpoint = "http://127.0.0.1:9/exercise", IsInternal = true,
        }, TestContext.Current.CancellationToken);

        var report = await scene.Get<RunConformance>().ExecuteAsync(TestActors.Admin, made.Id, cancel: TestContext.Current.CancellationToken);

        var result = Assert.Single(report.Results);
        Assert.Null(result.Exchange.Status);
        Assert.Equal("ConnectionRefused", result.Exchange.Result);
        Assert.False(report.IsPassed);
    }

    [Fact]
    public async Task Only_who_manages_partners_may_run_it_and_only_where_there_is_an_exercise_endpoint()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var made = await scene.Get<RegisterPartner>().ExecuteAsync(
            TestActors.Admin, new PartnerForm { Name = "Without drills", Endpoint = "https://partner.example/hook" }, TestContext.Current.CancellationToken);
        var run = scene.Get<RunConformance>();

        Assert.Equal("forbidden", (await Assert.ThrowsAsync<ProblemException>(() => run.ExecuteAsync(
            TestActors.Officer, made.Id, cancel: TestContext.Current.CancellationToken))).Code);
        Assert.Equal("no_exercise_endpoint", (await Assert.ThrowsAsync<ProblemException>(() => run.ExecuteAsync(
            TestActors.Admin, made.Id, cancel: TestContext.Current.CancellationToken))).Code);
        Assert.DoesNotContain(await scene.RowsAsync<AuditEntry>(), e => e.Action == AuditAction.ConformanceRun);
    }

    private static async Task<ConformanceReport> RunAsync(
        string fault, Targeting targeting = Targeting.Devices, RecipientFormat format = RecipientFormat.Json)
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync(targeting, format);
        app.Judge = new ConformingApp(app, scene.Clock, fault).Answer;
        return await scene.Get<RunConformance>().ExecuteAsync(TestActors.Admin, partner, cancel: TestContext.Current.CancellationToken);
    }
}
