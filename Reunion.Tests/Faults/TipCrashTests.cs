using Reunion.Core.Alerts;
using Reunion.Core.Audit;
using Reunion.Core.Geography;
using Reunion.Core.Tips;

namespace Reunion.Tests.Faults;

/// <summary>The program is killed without warning in the middle of bursts of tips.</summary>
public sealed class TipCrashTests
{
    private const int Kills = 5;

    [Fact]
    public async Task Killed_during_bursts_every_acknowledged_tip_is_there_once()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var scene = await CrashScene.CreateAsync(timeScale: 1);
        await scene.IssueAsync(new GeoPoint(30.2741, 120.1551));
        var burst = new TipBurst((await scene.RowsAsync<Alert>()).Single().Code);
        var random = new Random(20261124);
        for (var kill = 1; kill <= Kills; kill++)
        {
            await scene.StartAsync(cancel);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            var sending = burst.RunAsync(scene.Process.PublicUrl, stop.Token);
            // Counted, not timed: also on a slow machine it dies in the middle of a burst.
            var enough = burst.Acknowledged.Count + random.Next(20, 250);
            while (burst.Acknowledged.Count < enough && burst.Wrong.IsEmpty && !sending.IsCompleted)
                await Task.Delay(1, cancel);
            Assert.False(sending.IsCompleted, scene.Process.Output);
            await scene.Process.KillAsync();
            await stop.CancelAsync();
            await sending;
            TestContext.Current.TestOutputHelper?.WriteLine($"Kill {kill} of {Kills}: {burst.Sent} sent, {burst.Acknowledged.Count} acknowledged");
            AssertThere(burst, await scene.RowsAsync<Tip>());
        }

        await scene.StartAsync(cancel);
        await burst.FinishAsync(scene.Process.PublicUrl);
        var rows = await scene.RowsAsync<Tip>();
        AssertThere(burst, rows);
        Assert.Equal(Enumerable.Range(1, burst.Sent).Select(TipBurst.TextOf).Order(), rows.Select(t => t.Text).Order());
        Assert.Equal(burst.Sent, burst.Acknowledged.Count);
        Assert.Equal(burst.Sent, (await scene.RowsAsync<AuditEntry>()).Count(e => e.Action == AuditAction.TipReceived));
        var photos = (await scene.RowsAsync<TipPhoto>()).Select(p => p.TipId.ToString()).Order().ToList();
        Assert.Equal(rows.Where(t => t.TextKey is null).Select(t => t.Id.ToString()).Order(), photos);
    }

    private static void AssertThere(TipBurst burst, IReadOnlyList<Tip> rows)
    {
        Assert.Empty(burst.Wrong);
        var ids = rows.ToDictionary(t => t.Text, t => t.Id.ToString());
        Assert.All(burst.Acknowledged, a => Assert.Equal(a.Value, ids[TipBurst.TextOf(a.Key)]));
    }
}
