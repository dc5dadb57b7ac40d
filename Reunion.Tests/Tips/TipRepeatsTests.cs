using Reunion.Core.Common;
using Reunion.Core.Storage;
using Reunion.Core.Tips;
using Reunion.Tests.Support.Databases;
using Reunion.Tests.Support.Photos;

namespace Reunion.Tests.Tips;

/// <summary>Tips with one text are one line with a count, and none of them is lost.</summary>
public sealed class TipRepeatsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Five_thousand_tips_with_one_text_are_one_line(StorageProvider provider)
    {
        const int count = 5_000;
        await using var scene = await TestScene.CreateAsync(provider);
        var (alert, submit) = (await scene.IssuedAsync(), scene.Get<SubmitTip>());
        string[] spellings = ["She took the bus 12!", "she took the bus １２", "  She took\nthe BUS, 12 "];
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 200 }, async (i, _) =>
            await submit.ExecuteAsync(alert, new TipForm { Kind = TipKind.Other, Text = spellings[i % 3], Contact = $"1390000{i:0000}" }, Cancel));
        await submit.ExecuteAsync(alert, new TipForm { Kind = TipKind.Other, Text = "She took the bus 13" }, Cancel);

        var lines = await scene.Get<ReadTips>().ListAsync(TestPeople.Supervisor, alert, cancel: Cancel);
        Assert.Equal([0, count - 1], lines.Select(l => l.Repeats).Order());
        Assert.Equal(2, (await scene.Get<ReadTips>().WaitingAsync(TestPeople.Officer, Cancel))[alert]);
        var first = lines.Single(l => l.Repeats > 0).Id;
        var rows = await scene.RowsAsync<Tip>();
        Assert.Equal(count - 1, rows.Count(t => t.FirstTipId == first));
        Assert.Equal(count + 1, rows.Select(t => t.Contact).Distinct().Count());
        Assert.Equal(500, (await scene.Get<ReadTips>().RepeatsAsync(TestPeople.Supervisor, first, Cancel)).Count);
    }

    [Fact]
    public async Task What_says_more_than_its_text_stands_for_itself()
    {
        await using var scene = await TestScene.CreateAsync(StorageProvider.Sqlite);
        var (alert, other) = (await scene.IssuedAsync(), await scene.IssuedAsync());
        var (photo, signal) = (TestFiles.Tip(), TestFiles.Tip());
        photo.Photos = [new("a.jpg", TestPhotos.Jpeg(20, 20))];
        (signal.Kind, signal.PartnerId) = (TipKind.HotelCheckIn, new PartnerId(Guid.NewGuid()));
        foreach (var (to, form) in new[] { (alert, TestFiles.Tip()), (other, TestFiles.Tip()), (alert, photo), (alert, signal) })
            await scene.Get<SubmitTip>().ExecuteAsync(to, form, Cancel);
        Assert.All(await scene.RowsAsync<Tip>(), t => Assert.Equal((null, 0), (t.FirstTipId, t.Repeats)));
    }

    [Theory, OnBothDatabases]
    public async Task A_decision_counts_for_those_that_were_there_and_who_comes_later_is_a_new_line(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var alert = await scene.IssuedAsync();
        var tip = await scene.TippedAsync(alert);
        await scene.Get<SubmitTip>().ExecuteAsync(alert, TestFiles.Tip(), Cancel);
        await scene.Get<ReviewTip>().TakeAsync(TestPeople.Supervisor, tip.Id, tip.Version, Cancel);
        await scene.Get<SubmitTip>().ExecuteAsync(alert, TestFiles.Tip(), Cancel);
        // That others say the same meanwhile keeps nobody from deciding.
        await scene.Get<ReviewTip>().DismissAsync(TestPeople.Supervisor, tip.Id, tip.Version + 1, "another child", Cancel);
        var later = await scene.Get<SubmitTip>().ExecuteAsync(alert, TestFiles.Tip(), Cancel);
        await scene.Get<SubmitTip>().ExecuteAsync(alert, TestFiles.Tip(), Cancel);

        var lines = await scene.Get<ReadTips>().ListAsync(TestPeople.Supervisor, alert, cancel: Cancel);
        Assert.Equal(
            [(later.TipId, TipReview.New, 1), (tip.Id, TipReview.Dismissed, 2)],
            lines.Select(l => (l.Id, l.Review, l.Repeats)).OrderBy(l => l.Review));
        Assert.Equal(2, (await scene.RowsAsync<Tip>()).Count(t => t.FirstTipId == tip.Id && t.Review == TipReview.Duplicate));
    }
}
