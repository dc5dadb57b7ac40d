using Reunion.Core.Alerts;
using Reunion.Core.Cases;
using Reunion.Core.Common.Problems;
using Reunion.Core.Storage;
using Reunion.Tests.Support.Databases;

namespace Reunion.Tests.Alerts;

public sealed class PauseAlertTests
{
    [Theory, OnBothDatabases]
    public async Task Pausing_and_resuming_each_make_a_revision_and_a_repeat_makes_none(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var cancel = TestContext.Current.CancellationToken;
        var id = await scene.IssuedAsync();
        var pause = scene.Get<PauseAlert>();
        await pause.ExecuteAsync(TestPeople.Supervisor, id, cancel);
        await pause.ExecuteAsync(TestPeople.Supervisor, id, cancel);
        await pause.ResumeAsync(TestPeople.Supervisor, id, cancel);
        Assert.Equal(
            [AlertChange.Issued, AlertChange.Paused, AlertChange.Resumed],
            (await scene.RowsAsync<AlertRevision>()).OrderBy(r => r.Number).Select(r => r.Change));
        Assert.Equal(AlertStatus.Live, (await scene.RowsAsync<Alert>()).Single().Status);
    }

    [Fact]
    public async Task An_officer_may_not_pause_and_an_ended_alert_cannot_be_paused()
    {
        await using var scene = await TestScene.CreateAsync(StorageProvider.Sqlite);
        var cancel = TestContext.Current.CancellationToken;
        var filed = await scene.FiledAsync();
        var id = await scene.IssuedAsync(filed);
        var pause = scene.Get<PauseAlert>();
        Assert.Equal("forbidden", (await Assert.ThrowsAsync<ProblemException>(() => pause.ExecuteAsync(TestPeople.Officer, id, cancel))).Code);
        await scene.Get<CloseCase>().ExecuteAsync(TestPeople.Officer, filed, Outcome.FoundSafe, cancel);
        Assert.Equal("alert_ended", (await Assert.ThrowsAsync<ProblemException>(() => pause.ResumeAsync(TestPeople.Supervisor, id, cancel))).Code);
    }
}
