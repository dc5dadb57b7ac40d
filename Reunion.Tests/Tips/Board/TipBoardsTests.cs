using Reunion.Core.Common.Problems;
using Reunion.Core.Live;
using Reunion.Core.Storage;
using Reunion.Core.Tips;
using Reunion.Core.Tips.Board;
using Reunion.Core.Tips.Scores;
using Reunion.Tests.Support.Databases;
using Reunion.Tests.Support.Photos;

namespace Reunion.Tests.Tips.Board;

public sealed class TipBoardsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_board_shows_the_rows_newest_first_and_one_line_for_one_text(StorageProvider provider)
    {
        await using var board = await BoardScene.CreateAsync(provider);
        var first = await board.TipAsync(f => f.Photos = [new("a.jpg", TestPhotos.Jpeg(20, 20))]);
        var second = await board.TipAsync(text: "two said this");
        await board.TipAsync(text: "Two said this!");

        var seen = await board.SeeAsync();
        Assert.Equal("小雨", seen.ChildName);
        Assert.Equal([second.TipId, first.TipId], seen.Tips.Select(t => t.Id));
        Assert.Equal([(0, 1), (1, 0)], seen.Tips.Select(t => (t.Row.Photos, t.Row.Repeats)));
        Assert.Contains(seen.Tips[1].Score.Facts, f => f.Reason == ScoreReason.Photo);
        Assert.All(seen.Tips, t => Assert.True(t.IsInside));
    }

    [Fact]
    public async Task Everyone_is_handed_the_same_board_and_it_follows_by_itself()
    {
        await using var board = await BoardScene.CreateAsync();
        var before = await board.SeeAsync();
        Assert.Same(before, await board.SeeAsync());
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var listening = board.Scene.Get<LiveFeed>().Subscribe("test", TimeSpan.Zero, happened =>
        {
            if (happened.OfType<TipBoardChanged>().Any(e => e.Alert == board.Alert))
                told.TrySetResult();
            return Task.CompletedTask;
        });

        var tip = await board.TipAsync();

        await told.Task.WaitAsync(TimeSpan.FromMinutes(1), Cancel);
        var after = await board.SeeAsync();
        Assert.Equal(tip.TipId, Assert.Single(after.Tips).Id);
        Assert.Empty(before.Tips);
    }

    [Fact]
    public async Task What_follows_row_by_row_is_what_a_new_board_reads()
    {
        await using var board = await BoardScene.CreateAsync();
        await board.SeeAsync();
        var random = new Random(11);
        var review = board.Scene.Get<ReviewTip>();
        for (var i = 0; i < 60; i++)
        {
            var tip = await board.TipAsync(f =>
            {
                (f.Latitude, f.Longitude) = (30.27 + random.NextDouble() / 30, 120.15 + random.NextDouble() / 30);
                f.SeenAtUtc = TestFiles.Now.AddMinutes(-random.Next(25));
            }, i % 7 == 3 ? "the same words" : null);
            await board.SeeAsync(tip.TipId);
            if (i % 5 == 4 && (await board.SeeAsync()).Find(tip.TipId) is { } line)
            {
                if (i % 2 == 0)
                    await review.VerifyAsync(TestPeople.Supervisor, line.Id, line.Row.Version, "yes", false, Cancel);
                else
                    await review.DismissAsync(TestPeople.Supervisor, line.Id, line.Row.Version, "no", Cancel);
                await board.SeeAsync(line.Id);
            }
        }

        var followed = await board.SeeAsync();
        using var another = new TipBoard(board.Alert, board.Scene.Get<TipRows>());
        var read = (await another.GetAsync())!;
        Assert.Equal(read.Tips.Select(t => (t.Row, t.Score, t.Others, t.Cluster)), followed.Tips.Select(t => (t.Row, t.Score, t.Others, t.Cluster)));
        Assert.Equal(read.Clusters, followed.Clusters);
        Assert.NotEmpty(read.Clusters);
        Assert.Equal(read.Legs.Select(l => l.To), followed.Legs.Select(l => l.To));
        Assert.NotEmpty(read.Legs);
    }

    [Fact]
    public async Task A_verified_sighting_weighs_the_others_anew()
    {
        await using var board = await BoardScene.CreateAsync();
        var far = await board.TipAsync(f => (f.Latitude, f.Longitude, f.SeenAtUtc) = (31.2, 121.0, TestFiles.Now));
        var near = await board.TipAsync(f => f.SeenAtUtc = TestFiles.Now.AddMinutes(-2));
        var before = (await board.SeeAsync()).Find(near.TipId)!;
        Assert.Contains(before.Score.Facts, f => f.Reason == ScoreReason.Reachable);

        await board.Scene.Get<ReviewTip>().VerifyAsync(TestPeople.Supervisor, far.TipId, 0, "on camera", false, Cancel);
        var after = await board.SeeAsync(far.TipId);

        Assert.Contains(after.Find(near.TipId)!.Score.Facts, f => f.Reason == ScoreReason.Unreachable);
        Assert.Equal(far.TipId, Assert.Single(after.Legs).To.Tip);
    }

    [Fact]
    public async Task An_earlier_receipt_counts_once_its_tip_is_verified()
    {
        await using var board = await BoardScene.CreateAsync();
        var earlier = await board.TipAsync();
        var code = earlier.ReceiptCode;
        var later = await board.TipAsync(f => f.EarlierReceipt = $" {code[..4].ToLowerInvariant()}-{code[4..]}");
        var other = await board.TipAsync(f => f.EarlierReceipt = "0000000000000000");
        Assert.All((await board.SeeAsync()).Tips, t => Assert.False(t.Row.IsFromKnown));

        await board.Scene.Get<ReviewTip>().VerifyAsync(TestPeople.Supervisor, earlier.TipId, 0, "true", false, Cancel);
        var seen = await board.SeeAsync(earlier.TipId);

        Assert.Contains(seen.Find(later.TipId)!.Score.Facts, f => f is { Reason: ScoreReason.EarlierTip, Points: TipScorer.EarlierPoints });
        Assert.False(seen.Find(other.TipId)!.Row.IsFromKnown);
    }

    [Fact]
    public async Task Only_reviewers_see_a_board_and_only_of_an_alert_that_there_is()
    {
        await using var board = await BoardScene.CreateAsync();
        foreach (var actor in new[] { TestPeople.Officer, TestPeople.Admin, TestPeople.Nobody })
            Assert.Equal("forbidden", (await Assert.ThrowsAsync<ProblemException>(() => board.Boards.GetAsync(actor, board.Alert))).Code);
        Assert.Equal("not_found", (await Assert.ThrowsAsync<ProblemException>(() => board.Boards.GetAsync(TestPeople.Supervisor, default))).Code);
    }
}
