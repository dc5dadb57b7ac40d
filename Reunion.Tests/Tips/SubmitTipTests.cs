using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Reunion.Core.Audit;
using Reunion.Core.Common;
using Reunion.Core.Common.Problems;
using Reunion.Core.Photos;
using Reunion.Core.Storage;
using Reunion.Core.Tips;
using Reunion.Core.Tips.Intake;
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
        form.Photos = [new("a.png", TestPhotos.Png(40, 30)), new("b.jpg", TestPhotos.Jpeg(30, 40))];
        var receipt = await scene.Get<SubmitTip>().ExecuteAsync(alert, form, cancel);
        Assert.Matches("^[0-9A-HJKMNP-TV-Z]{16}$", receipt.ReceiptCode);
        Assert.Equal(TipReview.New, (await scene.Get<ReadTips>().ByReceiptAsync(receipt.ReceiptCode, cancel))!.Review);
        Assert.Null(await scene.Get<ReadTips>().ByReceiptAsync("0000000000000000", cancel));
        var summary = Assert.Single(await scene.Get<ReadTips>().ListAsync(TestPeople.Supervisor, alert, cancel: cancel));
        Assert.Equal(2, summary.Photos.Count);
        Assert.NotEmpty(await scene.Get<ReadTips>().PhotoAsync(TestPeople.Supervisor, summary.Photos[0].Id, cancel));
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
        Assert.Equal((await scene.RowsAsync<Tip>()).Single().Id, receipts[0].TipId);
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

    [Theory, OnBothDatabases]
    public async Task A_photo_that_cannot_be_taken_is_named_and_everything_else_is_kept(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var cancel = TestContext.Current.CancellationToken;
        var alert = await scene.IssuedAsync();
        var receipt = await scene.Get<SubmitTip>().ExecuteAsync(alert, WithPhotos(), cancel);
        Assert.Equal(
            [
                new RefusedPhoto(1, "notes\u4e00.txt", "photo_unreadable"), new RefusedPhoto(2, "IMG 7.gif", "photo_type"),
                new RefusedPhoto(3, "", "photo_too_large"), new RefusedPhoto(7, "seventh.jpg", "too_many_photos"),
            ],
            receipt.RefusedPhotos!);
        Assert.Equal(4, (await scene.RowsAsync<TipPhoto>()).Count);
        Assert.Equal(receipt.RefusedPhotos, (await scene.Get<ReadTips>().ByReceiptAsync(receipt.ReceiptCode, cancel))!.RefusedPhotos!);

        var again = await scene.Get<SubmitTip>().ExecuteAsync(alert, WithPhotos(), cancel);
        Assert.Equal(receipt.TipId, again.TipId);
        Assert.Equal(receipt.RefusedPhotos, again.RefusedPhotos!);
    }

    [Theory, OnBothDatabases]
    public async Task The_file_as_it_was_sent_is_kept_encrypted_and_handed_to_reviewers_only_who_are_remembered(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var cancel = TestContext.Current.CancellationToken;
        var form = TestFiles.Tip();
        var sent = TestPhotos.JpegWithExif(64, 32, 6);
        form.Photos = [new("a.jpg", sent), new("b.jpg", TestPhotos.Jpeg(20, 20))];
        await scene.TippedAsync(await scene.IssuedAsync(), form);

        var rows = (await scene.RowsAsync<TipOriginal>()).ToDictionary(o => o.PhotoId);
        var (first, second) = (await scene.RowsAsync<TipPhoto>()).OrderByDescending(p => p.Height).Select(p => p.Id).ToList() switch
        {
            [var a, var b] => (a, b),
            _ => default,
        };
        Assert.All(rows.Values, o => Assert.Equal(-1, o.Protected.AsSpan().IndexOf("SpyCam"u8)));
        Assert.Equal(sent, await scene.Get<ReadOriginal>().ExecuteAsync(TestPeople.Supervisor, first, cancel));
        Assert.Equal(
            first.ToString(), Assert.Single(await scene.RowsAsync<AuditEntry>(), e => e.Action == AuditAction.TipOriginalOpened).Subject);
        Assert.Equal("forbidden", (await Assert.ThrowsAsync<ProblemException>(
            () => scene.Get<ReadOriginal>().ExecuteAsync(TestPeople.Officer, first, cancel))).Code);

        // A stolen database shows none of them without the key ring.
        Assert.ThrowsAny<CryptographicException>(() => new TipOriginalVault(new EphemeralDataProtectionProvider()).Unprotect(rows[first]));

        // Moved to another photo's row it does not open.
        var moved = new TipOriginal
        {
            PhotoId = second, ProtectedKey = rows[first].ProtectedKey, Protected = rows[first].Protected,
        };
        Assert.ThrowsAny<CryptographicException>(() => scene.Get<TipOriginalVault>().Unprotect(moved));
    }

    [Theory]
    [InlineData(true, TipKind.HotelCheckIn, true)]
    [InlineData(true, TipKind.Ride, true)]
    [InlineData(true, TipKind.Ticket, true)]
    [InlineData(true, TipKind.Sighting, false)]
    [InlineData(false, TipKind.HotelCheckIn, false)]
    public async Task A_partners_own_record_is_marked_as_its_signal(bool fromPartner, TipKind kind, bool isSignal)
    {
        await using var scene = await TestScene.CreateAsync(StorageProvider.Sqlite);
        var form = TestFiles.Tip();
        (form.Kind, form.PartnerId) = (kind, fromPartner ? new PartnerId(Guid.NewGuid()) : null);
        Assert.Equal(isSignal, (await scene.TippedAsync(await scene.IssuedAsync(), form)).IsPartnerSignal);
    }

    [Fact]
    public async Task A_tip_for_no_alert_is_not_found()
    {
        await using var scene = await TestScene.CreateAsync(StorageProvider.Sqlite);
        var refused = await Assert.ThrowsAsync<ProblemException>(() => scene.Get<SubmitTip>().ExecuteAsync(
            new AlertId(Guid.NewGuid()), TestFiles.Tip(), TestContext.Current.CancellationToken));
        Assert.Equal(ProblemKind.NotFound, refused.Kind);
    }

    private static TipForm WithPhotos()
    {
        var form = TestFiles.Tip(key: "with photos");
        PhotoUpload good = new("good.jpg", TestPhotos.Jpeg(20, 20));
        form.Photos =
        [
            good, new("../../notes\u4e00\u202E.txt", [1, 2, 3]), new("C:\\Pictures\\IMG 7.gif", [.. "GIF89a"u8]), new("", [], "photo_too_large"),
            good, good, good, new("seventh.jpg", TestPhotos.Jpeg(20, 20)),
        ];
        return form;
    }
}
