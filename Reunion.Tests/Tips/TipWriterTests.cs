using Microsoft.EntityFrameworkCore;
using Reunion.Core.Audit;
using Reunion.Core.Common;
using Reunion.Core.Common.Problems;
using Reunion.Core.Storage;
using Reunion.Core.Tips;
using Reunion.Core.Tips.Intake;
using Reunion.Tests.Support.Databases;

namespace Reunion.Tests.Tips;

/// <summary>Tips that come at the same moment are committed together, and none is acknowledged before.</summary>
public sealed class TipWriterTests
{
    private const int Burst = 300;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_burst_is_committed_as_one_group_and_acknowledged_only_then(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var alert = await scene.IssuedAsync();
        await using var disk = await StalledDatabase.HoldAsync(scene);
        var first = await StallAsync(scene, alert);
        var sent = Enumerable.Range(0, Burst).Select(i => SendAsync(scene, alert, Tip(i))).ToList();
        await WaitingAsync(scene, Burst);
        Assert.DoesNotContain([first, .. sent], s => s.IsCompleted);
        await disk.ReleaseAsync();

        var receipts = await Task.WhenAll([.. sent, first]);
        var stored = (await scene.RowsAsync<Tip>()).ToDictionary(t => t.Id);
        Assert.Equal(Burst + 1, stored.Count);
        Assert.All(receipts.Index().SkipLast(1), r => Assert.Equal($"Number {r.Index}", stored[r.Item.TipId].Text));
        Assert.Equal(Burst + 1, (await scene.RowsAsync<AuditEntry>()).Count(e => e.Action == AuditAction.TipReceived));
        Assert.Equal((2, Burst + 1), (scene.Get<TipWriter>().Groups, scene.Get<TipWriter>().Tips));
    }

    [Theory, OnBothDatabases]
    public async Task A_tip_that_only_the_commit_refuses_is_not_acknowledged(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var alert = await scene.IssuedAsync();
        await StalledDatabase.RefuseLateAsync(scene, "Number 7");
        await Assert.ThrowsAnyAsync<Exception>(() => SendAsync(scene, alert, Tip(7)));
        Assert.Empty(await scene.RowsAsync<Tip>());
        Assert.Equal((0, 0), (scene.Get<TipWriter>().Groups, scene.Get<TipWriter>().Tips));
    }

    [Theory, OnBothDatabases]
    public async Task One_text_in_a_group_is_counted_once_also_when_the_group_is_tried_again(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var alert = await scene.IssuedAsync();
        await StalledDatabase.RefuseAsync(scene, "Number 7");
        await using var disk = await StalledDatabase.HoldAsync(scene);
        var first = await StallAsync(scene, alert);
        var same = Enumerable.Range(0, 10).Select(_ => SendAsync(scene, alert, Tip(5))).ToList();
        await WaitingAsync(scene, 10);
        // The last one, so that the halves with the others are stored after they were tried with it.
        var refused = SendAsync(scene, alert, Tip(7));
        await WaitingAsync(scene, 11);
        await disk.ReleaseAsync();

        await Assert.ThrowsAsync<DbUpdateException>(() => refused);
        await Task.WhenAll(same.Append(first));
        var rows = (await scene.RowsAsync<Tip>()).Where(t => t.Text == "Number 5").ToList();
        Assert.Equal((10, 9), (rows.Count, Assert.Single(rows, t => t.FirstTipId is null).Repeats));
        Assert.All(rows.Where(t => t.FirstTipId is not null), t => Assert.Equal(0, t.Repeats));
    }

    [Theory, OnBothDatabases]
    public async Task One_tip_that_the_database_does_not_take_keeps_no_other_back(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var alert = await scene.IssuedAsync();
        await StalledDatabase.RefuseAsync(scene, "Number 7");
        await using var disk = await StalledDatabase.HoldAsync(scene);
        var first = await StallAsync(scene, alert);
        var sent = Enumerable.Range(0, 20).Select(i => SendAsync(scene, alert, Tip(i))).ToList();
        var unknown = SendAsync(scene, new AlertId(Guid.NewGuid()), Tip(99));
        await WaitingAsync(scene, 21);
        await disk.ReleaseAsync();

        await Assert.ThrowsAsync<DbUpdateException>(() => sent[7]);
        Assert.Equal(ProblemKind.NotFound, (await Assert.ThrowsAsync<ProblemException>(() => unknown)).Kind);
        await Task.WhenAll(sent.Where((_, i) => i != 7).Append(first));
        Assert.Equal(20, (await scene.RowsAsync<Tip>()).Count);
    }

    [Theory, OnBothDatabases]
    public async Task A_key_makes_one_tip_in_its_group_also_when_the_first_with_it_is_refused(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var alert = await scene.IssuedAsync();
        await StalledDatabase.RefuseAsync(scene, "Number 1");
        await using var disk = await StalledDatabase.HoldAsync(scene);
        var first = await StallAsync(scene, alert);
        var refused = SendAsync(scene, alert, Tip(1, "key 0"));
        await WaitingAsync(scene, 1);
        var sent = Enumerable.Range(0, 30).Select(i => SendAsync(scene, alert, Tip(2, $"key {i % 3}"))).ToList();
        await WaitingAsync(scene, 31);
        await disk.ReleaseAsync();
        await Assert.ThrowsAsync<DbUpdateException>(() => refused);
        Assert.Equal(3, (await Task.WhenAll(sent)).Distinct().Count());
        await first;
        Assert.Equal(4, (await scene.RowsAsync<Tip>()).Count);
    }

    [Theory, OnBothDatabases]
    public async Task A_caller_who_gives_up_in_time_has_sent_nothing_and_one_being_written_gets_its_receipt(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var alert = await scene.IssuedAsync();
        await using var disk = await StalledDatabase.HoldAsync(scene);
        using var givesUp = new CancellationTokenSource();
        var taken = await StallUntilAsync(scene, alert, givesUp.Token);
        var waiting = SendUntilAsync(scene, alert, Tip(2), givesUp.Token);
        await WaitingAsync(scene, 1);
        await givesUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await disk.ReleaseAsync();
        var receipt = await taken;
        await scene.Get<TipWriter>().DisposeAsync();
        Assert.Equal(receipt.TipId, Assert.Single(await scene.RowsAsync<Tip>()).Id);
    }

    [Theory, OnBothDatabases]
    public async Task Ending_the_program_stores_what_waits_and_takes_no_more(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var alert = await scene.IssuedAsync();
        await using var disk = await StalledDatabase.HoldAsync(scene);
        var first = await StallAsync(scene, alert);
        var sent = Enumerable.Range(0, 10).Select(i => SendAsync(scene, alert, Tip(i))).ToList();
        await WaitingAsync(scene, 10);
        var ending = scene.Get<TipWriter>().DisposeAsync().AsTask();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SendAsync(scene, alert, Tip(11)));
        Assert.False(ending.IsCompleted);
        await disk.ReleaseAsync();
        await ending;
        await Task.WhenAll(sent.Append(first));
        Assert.Equal(11, (await scene.RowsAsync<Tip>()).Count);
    }

    // A tip that is being written and cannot be: what comes after it waits.
    private static Task<Task<TipReceipt>> StallAsync(TestScene scene, AlertId alert) => StallUntilAsync(scene, alert, Cancel);

    private static async Task<Task<TipReceipt>> StallUntilAsync(TestScene scene, AlertId alert, CancellationToken givesUp)
    {
        var first = SendUntilAsync(scene, alert, Tip(1_000), givesUp);
        await StalledDatabase.UntilAsync(() => scene.Get<TipWriter>().InGroup == 1);
        return first;
    }

    private static Task<TipReceipt> SendAsync(TestScene scene, AlertId alert, TipForm form) => SendUntilAsync(scene, alert, form, Cancel);

    private static Task<TipReceipt> SendUntilAsync(TestScene scene, AlertId alert, TipForm form, CancellationToken givesUp) =>
        Task.Run(() => scene.Get<SubmitTip>().ExecuteAsync(alert, form, givesUp), Cancel);

    private static Task WaitingAsync(TestScene scene, int tips) => StalledDatabase.UntilAsync(() => scene.Get<TipWriter>().Waiting == tips);

    private static TipForm Tip(int number, string? key = null) => new() { Kind = TipKind.Other, Text = $"Number {number}", IdempotencyKey = key };
}
