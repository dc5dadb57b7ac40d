using Microsoft.EntityFrameworkCore;
using Reunion.Core.Audit;
using Reunion.Core.Cases;
using Reunion.Core.Common;
using Reunion.Core.Common.Problems;
using Reunion.Core.Storage;
using Reunion.Tests.Support.Databases;

namespace Reunion.Tests.Cases;

public sealed class FileCaseTests
{
    [Theory, OnBothDatabases]
    public async Task Filing_the_same_form_again_files_one_case(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var cancel = TestContext.Current.CancellationToken;
        var id = TypedId.New<CaseId>(scene.Clock);
        var file = scene.Get<FileCase>();
        Assert.Equal(id, await file.ExecuteAsync(TestPeople.Officer, id, TestFiles.Case(), TestFiles.Photo, cancel));
        Assert.Equal(id, await file.ExecuteAsync(TestPeople.Officer, id, TestFiles.Case(), TestFiles.Photo, cancel));
        Assert.Single(await scene.RowsAsync<Case>());
        Assert.Single(await scene.RowsAsync<CasePhoto>());
        Assert.Equal(AuditAction.CaseFiled, Assert.Single(await scene.RowsAsync<AuditEntry>()).Action);
    }

    [Theory, OnBothDatabases]
    public async Task A_refused_form_leaves_no_row_and_no_audit_entry(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var form = TestFiles.Case();
        form.Name = "";
        var refused = await Assert.ThrowsAsync<ProblemException>(() => scene.Get<FileCase>().ExecuteAsync(
            TestPeople.Officer, TypedId.New<CaseId>(scene.Clock), form, null, TestContext.Current.CancellationToken));
        Assert.Equal([new FieldProblem("Name", "required"), new FieldProblem("Photo", "required")], refused.Fields);
        Assert.Empty(await scene.RowsAsync<Case>());
        Assert.Empty(await scene.RowsAsync<AuditEntry>());
    }

    [Theory, OnBothDatabases]
    public async Task A_half_filled_form_is_kept_for_its_officer_until_the_case_is_filed(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var cancel = TestContext.Current.CancellationToken;
        var keep = scene.Get<KeepUnfinishedCase>();
        var id = TypedId.New<CaseId>(scene.Clock);
        await keep.KeepAsync(TestPeople.Officer, id, new CaseFile { Name = "小" }, TestFiles.Photo, cancel);
        await keep.KeepAsync(TestPeople.Officer, id, new CaseFile { Name = "小雨", HeightCm = 132 }, null, cancel);
        var kept = await keep.FindAsync(TestPeople.Officer, cancel);
        Assert.Equal(("小雨", 132), (kept!.File.Name, kept.File.HeightCm!.Value));
        Assert.Equal(TestFiles.Photo.Jpeg, kept.PhotoJpeg);
        Assert.Null(await keep.FindAsync(TestPeople.OfficerElsewhere, cancel));

        await scene.Get<FileCase>().ExecuteAsync(TestPeople.Officer, id, TestFiles.Case(), TestFiles.Photo, cancel);
        Assert.Null(await keep.FindAsync(TestPeople.Officer, cancel));
    }

    [Theory, OnBothDatabases]
    public async Task Another_case_begun_does_not_take_over_the_photo_of_the_one_before(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var cancel = TestContext.Current.CancellationToken;
        var keep = scene.Get<KeepUnfinishedCase>();
        await keep.KeepAsync(TestPeople.Officer, TypedId.New<CaseId>(scene.Clock), new CaseFile { Name = "one" }, TestFiles.Photo, cancel);
        await keep.KeepAsync(TestPeople.Officer, TypedId.New<CaseId>(scene.Clock), new CaseFile { Name = "two" }, null, cancel);
        Assert.Null((await keep.FindAsync(TestPeople.Officer, cancel))!.PhotoJpeg);
        await keep.DiscardAsync(TestPeople.Officer, cancel);
        Assert.Null(await keep.FindAsync(TestPeople.Officer, cancel));
    }

    [Fact]
    public async Task The_audit_entry_goes_down_with_the_change_it_tells_of()
    {
        await using var scene = await TestScene.CreateAsync(StorageProvider.Sqlite);
        var cancel = TestContext.Current.CancellationToken;
        await using (var db = scene.Db())
            await db.Database.ExecuteSqlRawAsync("CREATE TRIGGER full BEFORE INSERT ON CasePhotos BEGIN SELECT RAISE(ABORT, 'disk full'); END", cancel);
        await Assert.ThrowsAsync<DbUpdateException>(() => scene.FiledAsync());
        Assert.Empty(await scene.RowsAsync<Case>());
        Assert.Empty(await scene.RowsAsync<AuditEntry>());
    }
}
