using Microsoft.EntityFrameworkCore;
using Reunion.Core.Alerts;
using Reunion.Core.Alerts.Radius;
using Reunion.Core.Cases;
using Reunion.Core.Common;
using Reunion.Core.Common.Problems;
using Reunion.Core.Common.Text;
using Reunion.Core.Partners;
using Reunion.Core.Storage;
using Reunion.Core.Tips;
using Reunion.Tests.Support.Databases;

namespace Reunion.Tests.Storage;

public sealed class ConcurrencyTests
{
    [Theory, OnBothDatabases]
    public async Task The_second_of_two_writers_is_refused(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var cancel = TestContext.Current.CancellationToken;
        var id = await scene.FiledAsync();
        await using var first = scene.Db();
        await using var second = scene.Db();
        (await first.Set<Case>().SingleAsync(c => c.Id == id, cancel)).Vehicles = "first";
        (await second.Set<Case>().SingleAsync(c => c.Id == id, cancel)).Vehicles = "second";
        await first.CommitAsync(cancel);
        var problem = await Assert.ThrowsAsync<ProblemException>(() => second.CommitAsync(cancel));
        Assert.Equal((ProblemKind.Conflict, "changed_meanwhile"), (problem.Kind, problem.Code));
        Assert.Equal("first", (await scene.RowsAsync<Case>()).Single().Vehicles);
    }

    [Theory, OnBothDatabases]
    public async Task Who_read_an_older_version_may_not_decide(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var cancel = TestContext.Current.CancellationToken;
        var tip = await scene.TippedAsync(await scene.IssuedAsync());
        await scene.Get<ReviewTip>().TakeAsync(TestPeople.Supervisor, tip.Id, tip.Version, cancel);
        var late = await Assert.ThrowsAsync<ProblemException>(
            () => scene.Get<ReviewTip>().DismissAsync(TestPeople.Supervisor, tip.Id, tip.Version, "seen elsewhere", cancel));
        Assert.Equal("changed_meanwhile", late.Code);
    }

    [Theory, OnBothDatabases]
    public async Task A_partner_changed_meanwhile_is_not_overwritten(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var cancel = TestContext.Current.CancellationToken;
        var register = scene.Get<RegisterPartner>();
        var partner = await register.ExecuteAsync(TestPeople.Admin, TestFiles.Partner(), cancel);
        var changes = Enumerable.Range(0, 8).Select(async i =>
        {
            try
            {
                await register.UpdateAsync(TestPeople.Admin, partner.Id, 0, TestFiles.Partner($"Partner {i}"), cancel);
                return "done";
            }
            catch (ProblemException e)
            {
                return e.Code;
            }
        });
        var outcomes = await Task.WhenAll(changes);
        Assert.Equal(1, outcomes.Count(o => o == "done"));
        Assert.Equal(7, outcomes.Count(o => o == "changed_meanwhile"));
    }

    [Theory, OnBothDatabases]
    public async Task A_case_has_one_open_alert_at_most(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var filed = await scene.FiledAsync();
        await scene.IssuedAsync(filed);
        await using (var db = scene.Db())
        {
            db.Add(Alert(scene, filed));
            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));
        }
        await scene.Get<CloseCase>().ExecuteAsync(TestPeople.Officer, filed, Outcome.FoundSafe, TestContext.Current.CancellationToken);
        await using var afterwards = scene.Db();
        afterwards.Add(Alert(scene, filed));
        await afterwards.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    [Theory, OnBothDatabases]
    public async Task Of_many_officers_who_issue_at_once_one_succeeds(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var filed = await scene.FiledAsync();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            try
            {
                await scene.IssuedAsync(filed);
                return "done";
            }
            catch (ProblemException e)
            {
                return e.Code;
            }
        })));
        Assert.Equal(1, outcomes.Count(o => o == "done"));
        Assert.All(outcomes, o => Assert.True(o is "done" or "changed_meanwhile" or "not_a_draft", o));
        Assert.Single(await scene.RowsAsync<Alert>());
    }

    private static Alert Alert(TestScene scene, CaseId filed) => new()
    {
        Id = TypedId.New<AlertId>(scene.Clock),
        Code = "ANOTHER1",
        CaseId = filed,
        Mode = AlertMode.Actual,
        IssuedAtUtc = scene.Clock.GetUtcNow(),
        IssuedByAccountId = "x",
        Headline = new LocalizedText("题", "Head"),
        Description = new LocalizedText("文", "Text"),
        ScheduleSteps = RadiusSchedule.Reunion.Steps,
    };
}
