using Reunion.Core.Alerts;
using Reunion.Core.Common.Problems;
using Reunion.Core.Dispatch.Health;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Core.Storage;
using Reunion.Tests.Support.Databases;
using Reunion.Tests.Support.PartnerApps;

namespace Reunion.Tests.Dispatch.Health;

public sealed class ReadHealthTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task It_says_what_was_taken_what_failed_what_waits_and_since_when(StorageProvider provider)
    {
        await using var scene = await DispatchScene.CreateAsync(provider);
        var (partner, app) = await scene.AddPartnerAsync();
        var (idle, _) = await scene.AddPartnerAsync();
        scene.Report(partner, 10, 90_000);
        app.Next(PartnerAnswer.Ok, new PartnerAnswer(503, RetryAfterSeconds: 1700));
        var made = scene.Clock.GetUtcNow();
        await scene.AdvanceAsync(await scene.IssueAsync());
        await scene.DrainAsync(partner);
        scene.Clock.Advance(TimeSpan.FromMinutes(5));

        var all = await scene.Get<ReadHealth>().ExecuteAsync(TestPeople.Officer, Cancel);

        var health = all[partner];
        Assert.Equal((10L, 2, 0.5, 1, made), (health.Phones, health.Attempts, health.SuccessRate, health.Pending, health.OldestPendingAtUtc));
        Assert.Equal(("503", made, made), (health.LastResult, health.LastDeliveredAtUtc, health.LastContactAtUtc));
        Assert.Equal((24, made, new HourFigure(made, 2, 1)), (health.Hours.Count, health.Hours[^1].HourUtc, health.Hours[^1]));
        Assert.NotNull(health.P99Milliseconds);
        var nothing = all[idle];
        Assert.Equal((0, null, null, null, 1, null), (nothing.Attempts, nothing.SuccessRate, nothing.P99Milliseconds, nothing.LastResult, nothing.Pending, nothing.LastContactAtUtc));
    }

    [Fact]
    public async Task Attempts_leave_the_window_after_a_day_but_the_last_contact_stays_known()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync();
        var alert = await scene.IssueAsync();
        await scene.AdvanceAsync(alert);
        await scene.DrainAsync(partner);
        var taken = scene.Clock.GetUtcNow();
        app.Otherwise = () => new PartnerAnswer(500);
        await scene.PauseAsync(alert);
        await scene.AdvanceAsync(alert);

        for (var day = 0; day < 10; day++)
        {
            scene.Clock.Advance(TimeSpan.FromDays(1));
            await scene.DrainAsync(partner);
        }

        var health = (await scene.Get<ReadHealth>().ExecuteAsync(TestPeople.Officer, Cancel))[partner];
        Assert.Equal((1, 0.0, taken), (health.Attempts, health.SuccessRate, health.LastDeliveredAtUtc));
        Assert.InRange((await scene.RowsAsync<AttemptHour>()).Count, 7, 8);
    }

    [Fact]
    public async Task A_message_without_an_endpoint_is_nobodys_failure()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync();
        app.Next(new PartnerAnswer(500));
        await scene.AdvanceAsync(await scene.IssueAsync(AlertMode.Exercise));
        await scene.DrainAsync(partner);
        await using (var db = scene.Db())
        {
            (await db.FindAsync<Core.Partners.Partner>([partner], Cancel))!.ExerciseEndpoint = null;
            await db.SaveChangesAsync(Cancel);
        }

        scene.Clock.Advance(TimeSpan.FromMinutes(1));
        await scene.DrainAsync(partner);

        Assert.Equal(2, (await scene.RowsAsync<DeliveryAttempt>()).Count);
        Assert.Equal(1, (await scene.Get<ReadHealth>().ExecuteAsync(TestPeople.Officer, Cancel))[partner].Attempts);
    }

    [Fact]
    public async Task Whoever_may_not_see_alerts_sees_no_health()
    {
        await using var scene = await DispatchScene.CreateAsync();
        await Assert.ThrowsAsync<ProblemException>(() => scene.Get<ReadHealth>().ExecuteAsync(TestPeople.Nobody, Cancel));
    }
}
