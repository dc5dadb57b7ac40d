using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Storage;
using Reunion.Core.Tips;
using Reunion.Core.Tips.Board;
using Reunion.Tests.Support.Databases;

namespace Reunion.Tests.Tips.Board;

public sealed class TipViewsTests
{
    private static readonly Actor Colleague = TestPeople.Supervisor with { AccountId = "supervisor-2" };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_view_is_kept_as_it_was_asked_and_only_its_owner_sees_it(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var views = scene.Get<TipViews>();
        var query = new TipQuery
        {
            Alert = new AlertId(Guid.NewGuid()), Kind = TipKind.Vehicle, States = TipStates.New, MinScore = 40, IsInside = false, HasPhoto = true,
            AssignedTo = "", Search = "浙A", Order = TipOrder.Score,
        };
        await views.KeepAsync(TestPeople.Supervisor, " 车辆 ", query, Cancel);
        await views.KeepAsync(TestPeople.Supervisor, "a second", new TipQuery(), Cancel);
        await views.KeepAsync(TestPeople.Supervisor, "a second", new TipQuery { MinScore = 5 }, Cancel);
        await views.KeepAsync(Colleague, "theirs", new TipQuery(), Cancel);

        var kept = await views.ListAsync(TestPeople.Supervisor, Cancel);
        Assert.Equal([("a second", new TipQuery { MinScore = 5 }), ("车辆", query)], kept.Select(v => (v.Name, v.Query)));

        await views.RemoveAsync(Colleague, "车辆", Cancel);
        await views.RemoveAsync(TestPeople.Supervisor, "a second", Cancel);
        Assert.Equal("车辆", Assert.Single(await views.ListAsync(TestPeople.Supervisor, Cancel)).Name);
    }

    [Fact]
    public async Task Names_and_numbers_have_their_limits()
    {
        await using var scene = await TestScene.CreateAsync(StorageProvider.Sqlite);
        var views = scene.Get<TipViews>();
        foreach (var name in new[] { "", " ", new string('x', TipViews.MaxName + 1) })
            Assert.Single((await Assert.ThrowsAsync<ProblemException>(() => views.KeepAsync(TestPeople.Supervisor, name, new TipQuery(), Cancel))).Fields);
        for (var i = 0; i < TipViews.MostViews; i++)
            await views.KeepAsync(TestPeople.Supervisor, $"view {i}", new TipQuery(), Cancel);
        Assert.Equal("too_many_views", (await Assert.ThrowsAsync<ProblemException>(
            () => views.KeepAsync(TestPeople.Supervisor, "one more", new TipQuery(), Cancel))).Code);
        await views.KeepAsync(TestPeople.Supervisor, "view 3", new TipQuery { MinScore = 1 }, Cancel);
        Assert.Equal("forbidden", (await Assert.ThrowsAsync<ProblemException>(() => views.ListAsync(TestPeople.Officer, Cancel))).Code);
    }
}
