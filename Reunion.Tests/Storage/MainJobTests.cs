using Reunion.Core.Alerts;
using Reunion.Core.Alerts.Publishing;
using Reunion.Core.Audit;
using Reunion.Core.Cases;
using Reunion.Core.Common.Problems;
using Reunion.Core.Storage;
using Reunion.Core.Tips;
using Reunion.Tests.Support.Databases;

namespace Reunion.Tests.Storage;

/// <summary>The main job once through on each database, without the dispatch.</summary>
public sealed class MainJobTests
{
    [Theory, OnBothDatabases]
    public async Task From_filing_to_found(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var cancel = TestContext.Current.CancellationToken;
        var filed = await scene.FiledAsync();
        var alert = await scene.IssuedAsync(filed);
        scene.Clock.Advance(TimeSpan.FromMinutes(20));
        var tip = await scene.TippedAsync(alert);
        await scene.Get<ReviewTip>().VerifyAsync(TestPeople.Supervisor, tip.Id, tip.Version, "The driver confirms it", withCircle: true, cancel);
        var facts = (await scene.Get<ReadAlerts>().FindByCaseAsync(filed, cancel))!;
        Assert.Equal([CircleReason.LastSeen, CircleReason.Sighting], facts.Alert.Circles.OrderBy(c => c.ClockStartUtc).Select(c => c.Reason));

        scene.Clock.Advance(TimeSpan.FromHours(1));
        await scene.Get<CloseCase>().ExecuteAsync(TestPeople.Officer, filed, Outcome.FoundSafe, cancel);
        Assert.Empty(await scene.Get<ReadAlerts>().OpenAsync(cancel));
        Assert.Single(await scene.Get<ReadAlerts>().EndedSinceAsync(scene.Clock.GetUtcNow(), cancel));
        Assert.Equal(TipReview.Verified, (await scene.Get<ReadTips>().ListAsync(TestPeople.Supervisor, alert, cancel: cancel)).Single().Review);
        var late = await Assert.ThrowsAsync<ProblemException>(() => scene.Get<SubmitTip>().ExecuteAsync(alert, TestFiles.Tip(), cancel));
        Assert.Equal((ProblemKind.Gone, "alert_ended"), (late.Kind, late.Code));

        var timeline = await scene.Get<ReadCases>().TimelineAsync(TestPeople.Officer, filed, cancel);
        Assert.Equal(
            [
                AuditAction.CaseFiled, AuditAction.AlertIssued, AuditAction.TipReceived, AuditAction.CircleOpened, AuditAction.TipVerified,
                AuditAction.AlertEnded, AuditAction.CaseClosed,
            ],
            timeline.Select(e => e.Action));
        Assert.Equal(3, scene.Woken.Count(key => key == alert.ToString()));
    }
}
