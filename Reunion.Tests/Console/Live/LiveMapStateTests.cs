using Reunion.Console.Live;
using Reunion.Core.Alerts.Publishing;
using Reunion.Core.Common.Problems;
using Reunion.Core.Dispatch.Receipts;
using Reunion.Core.Live;
using Reunion.Core.Tips;
using Reunion.Tests.Dispatch;
using Reunion.Tests.Support.Databases;

namespace Reunion.Tests.Console.Live;

public sealed class LiveMapStateTests
{
    [Fact]
    public async Task Everyone_is_handed_the_same_snapshot_and_sees_a_tip_without_asking_again()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var alert = await scene.IssueAsync();
        using var state = State(scene);
        var seen = new TaskCompletionSource<MapSnapshot>(TaskCreationOptions.RunContinuationsAsynchronously);
        var before = await state.GetAsync(TestPeople.Supervisor);
        Assert.Same(before, await state.GetAsync(TestPeople.Admin));
        Assert.Empty(Assert.Single(before.Alerts).Tips);
        using var watch = state.Watch(TestPeople.Supervisor, snapshot => seen.TrySetResult(snapshot));

        await scene.Get<SubmitTip>().ExecuteAsync(alert, TestFiles.Tip(), TestContext.Current.CancellationToken);

        var after = await seen.Task.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, after.Find(alert)!.WaitingTips);
        Assert.Single(after.Find(alert)!.Tips);
        Assert.Same(after, await state.GetAsync(TestPeople.Officer));
    }

    [Fact]
    public async Task An_alert_that_ended_leaves_the_map()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var alert = await scene.IssueAsync();
        using var state = State(scene);
        Assert.Single((await state.GetAsync(TestPeople.Officer)).Alerts);
        var seen = new TaskCompletionSource<MapSnapshot>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watch = state.Watch(TestPeople.Officer, snapshot => seen.TrySetResult(snapshot));

        await scene.CloseAsync(alert);

        Assert.Empty((await seen.Task.WaitAsync(TestContext.Current.CancellationToken)).Alerts);
    }

    [Fact]
    public async Task Who_may_not_see_alerts_is_given_nothing()
    {
        await using var scene = await DispatchScene.CreateAsync();
        using var state = State(scene);
        Assert.Equal("forbidden", (await Assert.ThrowsAsync<ProblemException>(() => state.GetAsync(TestPeople.Nobody))).Code);
        Assert.Throws<ProblemException>(() => state.Watch(TestPeople.Nobody, _ => { }));
    }

    private static LiveMapState State(DispatchScene scene) => new(
        new MapReader(scene.Get<ReadAlerts>(), scene.Get<ReadProgress>(), scene.Get<ReadTips>()), scene.Get<LiveFeed>(), scene.Clock);
}
