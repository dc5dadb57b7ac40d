using Reunion.Core.Audit;
using Reunion.Core.Cases;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Storage;
using Reunion.Tests.Support.Databases;

namespace Reunion.Tests.Cases;

public sealed class ReadCasesTests
{
    [Theory, OnBothDatabases]
    public async Task A_draft_is_seen_by_its_own_unit_only_an_active_case_by_every_unit(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var cancel = TestContext.Current.CancellationToken;
        var read = scene.Get<ReadCases>();
        var id = await scene.FiledAsync();
        Assert.True(Assert.Single(await read.ListAsync(TestPeople.Officer, cancel: cancel)).IsOwn);
        Assert.Empty(await read.ListAsync(TestPeople.OfficerElsewhere, cancel: cancel));
        Assert.Equal("not_found", (await Assert.ThrowsAsync<ProblemException>(() => read.GetAsync(TestPeople.OfficerElsewhere, id, cancel))).Code);

        await scene.IssuedAsync(id);
        Assert.False(Assert.Single(await read.ListAsync(TestPeople.OfficerElsewhere, CaseStatus.Active, cancel)).IsOwn);
        Assert.Empty(await read.ListAsync(TestPeople.Officer, CaseStatus.Draft, cancel));
    }

    [Theory, OnBothDatabases]
    public async Task Opening_a_childs_file_is_recorded_but_is_no_part_of_its_timeline(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var cancel = TestContext.Current.CancellationToken;
        var id = await scene.FiledAsync();
        await scene.Get<ReadCases>().OpenAsync(TestPeople.Officer, id, cancel);
        var viewed = Assert.Single(await scene.RowsAsync<AuditEntry>(), e => e.Action == AuditAction.CaseViewed);
        Assert.Equal((TestPeople.Officer.AccountId, id.ToString()), (viewed.ActorId, viewed.Subject));
        Assert.Equal([AuditAction.CaseFiled], (await scene.Get<ReadCases>().TimelineAsync(TestPeople.Officer, id, cancel)).Select(e => e.Action));
    }

    [Fact]
    public async Task The_newest_case_comes_first()
    {
        await using var scene = await TestScene.CreateAsync(StorageProvider.Sqlite);
        var older = await scene.FiledAsync();
        scene.Clock.Advance(TimeSpan.FromMinutes(1));
        var newer = await scene.FiledAsync();
        var listed = await scene.Get<ReadCases>().ListAsync(TestPeople.Officer, cancel: TestContext.Current.CancellationToken);
        Assert.Equal([newer, older], listed.Select(c => c.Id));
    }

    [Theory, OnBothDatabases]
    public async Task A_photo_is_shown_to_everyone_on_duty_while_the_child_is_searched_and_to_readers_of_files_afterwards(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var id = await scene.FiledAsync();
        var photo = (await scene.RowsAsync<CasePhoto>()).Single().Id;
        Assert.Equal([true, false, false, false], await MayAsync(scene, photo));
        await scene.IssuedAsync(id);
        Assert.Equal([true, true, true, true], await MayAsync(scene, photo));
        await scene.Get<Core.Alerts.CloseCase>().ExecuteAsync(TestPeople.Officer, id, Outcome.FoundSafe, TestContext.Current.CancellationToken);
        Assert.Equal([true, true, true, false], await MayAsync(scene, photo));
    }

    private static async Task<IReadOnlyList<bool>> MayAsync(TestScene scene, PhotoId photo)
    {
        var may = new List<bool>();
        foreach (var actor in (Actor[])[TestPeople.Officer, TestPeople.OfficerElsewhere, TestPeople.Supervisor, TestPeople.Admin])
            may.Add(await Record.ExceptionAsync(() => scene.Get<ReadCases>().PhotoAsync(actor, photo)) is null);
        return may;
    }
}
