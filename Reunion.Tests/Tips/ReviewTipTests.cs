using Reunion.Core.Alerts;
using Reunion.Core.Common.Problems;
using Reunion.Core.Storage;
using Reunion.Core.Tips;
using Reunion.Tests.Support.Databases;

namespace Reunion.Tests.Tips;

public sealed class ReviewTipTests
{
    [Theory, OnBothDatabases]
    public async Task Verifying_with_a_circle_twice_opens_one_circle(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var cancel = TestContext.Current.CancellationToken;
        var alert = await scene.IssuedAsync();
        var tip = await scene.TippedAsync(alert);
        var review = scene.Get<ReviewTip>();
        await review.VerifyAsync(TestPeople.Supervisor, tip.Id, tip.Version, "seen on camera", true, cancel);
        await review.VerifyAsync(TestPeople.Supervisor, tip.Id, tip.Version + 1, "seen again", true, cancel);
        var circle = Assert.Single(await scene.RowsAsync<Circle>(), c => c.Reason == CircleReason.Sighting);
        Assert.Equal((30.3, 120.2, tip.Id), (circle.Latitude, circle.Longitude, circle.TipId!.Value));
        Assert.Equal(scene.Clock.GetUtcNow(), circle.ClockStartUtc);
    }

    [Fact]
    public async Task A_tip_without_a_place_cannot_open_a_circle_and_stays_as_it_was()
    {
        await using var scene = await TestScene.CreateAsync(StorageProvider.Sqlite);
        var form = TestFiles.Tip();
        (form.Latitude, form.Longitude) = (null, null);
        var tip = await scene.TippedAsync(await scene.IssuedAsync(), form);
        var refused = await Assert.ThrowsAsync<ProblemException>(() => scene.Get<ReviewTip>().VerifyAsync(
            TestPeople.Supervisor, tip.Id, tip.Version, "yes", true, TestContext.Current.CancellationToken));
        Assert.Equal("tip_without_place", refused.Code);
        Assert.Equal(TipReview.New, (await scene.RowsAsync<Tip>()).Single().Review);
    }

    [Theory]
    [InlineData("", "required")]
    [InlineData("   ", "required")]
    [InlineData(1001, "too_long")]
    public async Task A_decision_needs_a_reason(object reason, string code)
    {
        await using var scene = await TestScene.CreateAsync(StorageProvider.Sqlite);
        var tip = await scene.TippedAsync(await scene.IssuedAsync());
        var refused = await Assert.ThrowsAsync<ProblemException>(() => scene.Get<ReviewTip>().DismissAsync(
            TestPeople.Supervisor, tip.Id, tip.Version, reason as string ?? new string('x', (int)reason), TestContext.Current.CancellationToken));
        Assert.Equal([new FieldProblem("Reason", code)], refused.Fields);
    }

    [Fact]
    public async Task Officers_read_the_tips_of_their_own_units_alerts_but_only_supervisors_decide()
    {
        await using var scene = await TestScene.CreateAsync(StorageProvider.Sqlite);
        var cancel = TestContext.Current.CancellationToken;
        var alert = await scene.IssuedAsync();
        var tip = await scene.TippedAsync(alert);
        var read = scene.Get<ReadTips>();
        Assert.Single(await read.ListAsync(TestPeople.Officer, alert, cancel: cancel));
        Assert.Equal("forbidden", (await Assert.ThrowsAsync<ProblemException>(() => read.ListAsync(TestPeople.Officer, cancel: cancel))).Code);
        Assert.Equal("forbidden", (await Assert.ThrowsAsync<ProblemException>(
            () => read.ListAsync(TestPeople.OfficerElsewhere, alert, cancel: cancel))).Code);
        Assert.Equal("forbidden", (await Assert.ThrowsAsync<ProblemException>(() => read.ListAsync(TestPeople.Admin, alert, cancel: cancel))).Code);
        foreach (var actor in (Core.Common.People.Actor[])[TestPeople.Officer, TestPeople.Admin, TestPeople.Nobody])
            Assert.Equal("forbidden", (await Assert.ThrowsAsync<ProblemException>(
                () => scene.Get<ReviewTip>().TakeAsync(actor, tip.Id, tip.Version, cancel))).Code);
    }
}
