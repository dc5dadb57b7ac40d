using System.Collections.Concurrent;
using Reunion.Core.Common.People;
using Reunion.Core.Live;
using Reunion.Core.Storage;
using Reunion.Core.Tips;
using Reunion.Tests.Support.Databases;

namespace Reunion.Tests.Tips;

/// <summary>Who runs a case hears of its verified tips, and nobody else.</summary>
public sealed class OwnTipTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task The_units_officers_read_a_verified_tip_and_nobody_else_does(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var alert = await scene.IssuedAsync();
        var tip = await scene.TippedAsync(alert);
        var read = scene.Get<ReadOwnTip>();
        Assert.Null(await read.FindAsync(TestPeople.Officer, tip.Id, Cancel));
        await scene.Get<ReviewTip>().VerifyAsync(TestPeople.Supervisor, tip.Id, tip.Version, "camera", true, Cancel);

        var own = await read.FindAsync(TestPeople.Officer, tip.Id, Cancel);
        Assert.Equal((alert, "小雨", tip.Text, true), (own!.AlertId, own.ChildName, own.Text, own.OpenedCircle));
        foreach (var other in (Actor[])[TestPeople.OfficerElsewhere, TestPeople.Supervisor, TestPeople.Admin, TestPeople.Nobody])
            Assert.Null(await read.FindAsync(other, tip.Id, Cancel));
        await scene.Get<ReviewTip>().DismissAsync(TestPeople.Supervisor, tip.Id, tip.Version + 1, "another child", Cancel);
        Assert.Null(await read.FindAsync(TestPeople.Officer, tip.Id, Cancel));
    }

    [Fact]
    public async Task Verifying_is_told_once_and_other_decisions_are_not()
    {
        await using var scene = await TestScene.CreateAsync(StorageProvider.Sqlite);
        var told = new ConcurrentQueue<LiveEvent>();
        scene.Get<LiveFeed>().Tap(told.Enqueue);
        var alert = await scene.IssuedAsync();
        var tip = await scene.TippedAsync(alert);
        var review = scene.Get<ReviewTip>();
        await review.TakeAsync(TestPeople.Supervisor, tip.Id, tip.Version, Cancel);
        await review.DismissAsync(TestPeople.Supervisor, tip.Id, tip.Version + 1, "too vague", Cancel);
        Assert.Empty(told.OfType<TipVerified>());
        await review.VerifyAsync(TestPeople.Supervisor, tip.Id, tip.Version + 2, "camera", false, Cancel);
        // Said again with other words it is no news; with a circle it is.
        await review.VerifyAsync(TestPeople.Supervisor, tip.Id, tip.Version + 3, "camera 2", false, Cancel);
        Assert.Equal(new TipVerified(alert, tip.Id, TestPeople.Officer.UnitCode), Assert.Single(told.OfType<TipVerified>()));
        await review.VerifyAsync(TestPeople.Supervisor, tip.Id, tip.Version + 4, "camera 3", true, Cancel);
        Assert.Equal(2, told.OfType<TipVerified>().Count());
    }
}
