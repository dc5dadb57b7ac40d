using Reunion.Core.Audit;
using Reunion.Core.Common;
using Reunion.Core.Common.Problems;
using Reunion.Core.Storage;
using Reunion.Core.Tips;
using Reunion.Tests.Support.Databases;
using Reunion.Tests.Support.Photos;

namespace Reunion.Tests.Tips;

public sealed class SubmitTipTests
{
    [Theory, OnBothDatabases]
    public async Task A_tip_is_stored_with_its_photos_and_its_receipt_finds_it(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var cancel = TestContext.Current.CancellationToken;
        var alert = await scene.IssuedAsync();
        var form = TestFiles.Tip();
        form.Photos = [TestPhotos.Png(40, 30), TestPhotos.Jpeg(30, 40)];
        var receipt = await scene.Get<SubmitTip>().ExecuteAsync(alert, form, cancel);
        Assert.Matches("^[0-9A-HJKMNP-TV-Z]{16}$", receipt.ReceiptCode);
        Assert.Equal(TipReview.New, (await scene.Get<ReadTips>().ByReceiptAsync(receipt.ReceiptCode, cancel))!.Review);
        Assert.Null(await scene.Get<ReadTips>().ByReceiptAsync("0000000000000000", cancel));
        var summary = Assert.Single(await scene.Get<ReadTips>().ListAsync(TestPeople.Supervisor, alert, cancel: cancel));
        Assert.Equal(2, summary.PhotoIds.Count);
        Assert.NotEmpty(await scene.Get<ReadTips>().PhotoAsync(TestPeople.Supervisor, summary.PhotoIds[0], cancel));
        Assert.Equal(1, (await scene.Get<ReadTips>().WaitingAsync(TestPeople.Officer, cancel))[alert]);
        Assert.Single(await scene.Get<ReadTips>().DotsAsync(TestPeople.Officer, [alert], cancel));
        Assert.Single(await scene.RowsAsync<AuditEntry>(), e => e.Action == AuditAction.TipReceived);
    }

    [Theory, OnBothDatabases]
    public async Task Many_requests_at_once_with_one_key_make_one_tip_and_get_one_answer(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var alert = await scene.IssuedAsync();
        var receipts = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(
            () => scene.Get<SubmitTip>().ExecuteAsync(alert, TestFiles.Tip(key: "double click")))));
        Assert.Single(receipts.Distinct());
        Assert.Single(await scene.RowsAsync<Tip>());
        Assert.Single(await scene.RowsAsync<AuditEntry>(), e => e.Action == AuditAction.TipReceived);
    }

    [Theory, OnBothDatabases]
    public async Task One_partners_key_never_answers_with_anothers_tip(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var cancel = TestContext.Current.CancellationToken;
        var alert = await scene.IssuedAsync();
        var ids = new List<TipId>();
        foreach (var partner in (PartnerId?[])[null, new PartnerId(Guid.NewGuid()), new PartnerId(Guid.NewGuid())])
        {
            var form = TestFiles.Tip(key: "1");
            form.PartnerId = partner;
            ids.Add((await scene.Get<SubmitTip>().ExecuteAsync(alert, form, cancel)).TipId);
        }
        Assert.Equal(3, ids.Distinct().Count());
    }

    [Fact]
    public async Task A_tip_with_a_broken_photo_is_refused_whole()
    {
        await using var scene = await TestScene.CreateAsync(StorageProvider.Sqlite);
        var form = TestFiles.Tip();
        form.Photos = [[1, 2, 3]];
        var alert = await scene.IssuedAsync();
        var refused = await Assert.ThrowsAsync<ProblemException>(
            () => scene.Get<SubmitTip>().ExecuteAsync(alert, form, TestContext.Current.CancellationToken));
        Assert.Equal("photo_unreadable", refused.Code);
        Assert.Empty(await scene.RowsAsync<Tip>());
    }

    [Fact]
    public async Task A_tip_for_no_alert_is_not_found()
    {
        await using var scene = await TestScene.CreateAsync(StorageProvider.Sqlite);
        var refused = await Assert.ThrowsAsync<ProblemException>(() => scene.Get<SubmitTip>().ExecuteAsync(
            new AlertId(Guid.NewGuid()), TestFiles.Tip(), TestContext.Current.CancellationToken));
        Assert.Equal(ProblemKind.NotFound, refused.Kind);
    }
}
