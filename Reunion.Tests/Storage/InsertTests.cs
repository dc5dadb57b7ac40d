using Microsoft.EntityFrameworkCore;
using Reunion.Core.Audit;
using Reunion.Core.Common;
using Reunion.Core.Storage;
using Reunion.Core.Tips;
using Reunion.Tests.Support.Databases;

namespace Reunion.Tests.Storage;

/// <summary>Rows inserted with one statement are the rows that EF Core would have inserted.</summary>
public sealed class InsertTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Every_column_is_written_and_none_is_carried_over_to_the_next_row(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var alert = await scene.IssuedAsync();
        var (full, bare) = (Full(alert), Bare(alert, "bare"));
        await using (var db = scene.Db())
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
            db.AddRange(full, bare);
            scene.Get<AuditTrail>().AddSystem(db, AuditAction.TipReceived, full.Id.ToString(), null, "one");
            scene.Get<AuditTrail>().AddSystem(db, AuditAction.TipReceived, bare.Id.ToString(), null, "two");
            await db.InsertAddedAsync(Cancel);
            Assert.Empty(db.ChangeTracker.Entries());
            await transaction.CommitAsync(Cancel);
        }

        await using var read = scene.Db();
        var stored = await read.Set<Tip>().Include(t => t.Photos).ThenInclude(p => p.Original).AsNoTracking().ToDictionaryAsync(t => t.Id, Cancel);
        Assert.Equivalent(full, stored[full.Id], strict: true);
        Assert.Equivalent(bare, stored[bare.Id], strict: true);
        var audited = await read.Set<AuditEntry>().Where(e => e.Action == AuditAction.TipReceived).OrderBy(e => e.Sequence).ToListAsync(Cancel);
        Assert.Equal(["one", "two"], audited.Select(e => e.Detail));
    }

    [Theory, OnBothDatabases]
    public async Task A_row_that_is_not_taken_takes_all_of_its_transaction_with_it(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var alert = await scene.IssuedAsync();
        await using (var db = scene.Db())
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
            db.AddRange(Bare(alert, "same"), Bare(alert, "same"));
            await Assert.ThrowsAsync<DbUpdateException>(() => db.InsertAddedAsync(Cancel));
        }

        Assert.Empty(await scene.RowsAsync<Tip>());
    }

    [Theory, OnBothDatabases]
    public async Task A_context_with_changes_is_refused(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var tip = Bare(await scene.IssuedAsync(), "bare");
        await using var db = scene.Db();
        db.Add(tip);
        await db.SaveChangesAsync(Cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
        tip.Repeats = 1;
        db.Add(Bare(tip.AlertId, "another"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.InsertAddedAsync(Cancel));
        await transaction.RollbackAsync(Cancel);
        Assert.Single(await scene.RowsAsync<Tip>());
    }

    private static Tip Full(AlertId alert)
    {
        var tip = new Tip
        {
            Id = TypedId.New<TipId>(TimeProvider.System), AlertId = alert, Kind = TipKind.Ride, Text = "A girl in a red coat", SeenAtUtc = TestFiles.Now.AddMinutes(-5),
            Latitude = 30.25, Longitude = 120.125, Place = "站前", Contact = "138", Source = TipSource.PublicPage, IsPartnerSignal = true,
            RefusedPhotos = [new RefusedPhoto(1, "a.gif", "photo_type")], IdempotencyKey = "full", ReceiptCode = "ABCDEFGHJKLMNPQR", ReceivedAtUtc = TestFiles.Now,
            FirstTipId = TypedId.New<TipId>(TimeProvider.System), Repeats = 3, TextKey = "key", AssignedToAccountId = "account", Review = TipReview.Duplicate,
            ReviewReason = "seen before", ReviewedByName = "Lin", ReviewedAtUtc = TestFiles.Now.AddMinutes(1), ReviewDispatchedAtUtc = TestFiles.Now.AddMinutes(2), Version = 2,
        };
        var photo = TypedId.New<PhotoId>(TimeProvider.System);
        tip.Photos.Add(new TipPhoto
        {
            Id = photo, TipId = tip.Id, Jpeg = [0xFF, 0xD8, 1], Width = 3, Height = 2, HintLatitude = 1.5, HintLongitude = 2.5, HintTakenAtUtc = TestFiles.Now,
            Original = new TipOriginal { PhotoId = photo, ProtectedKey = [1, 2], Protected = [3, 4, 5] },
        });
        return tip;
    }

    private static Tip Bare(AlertId alert, string key) => new()
    {
        Id = TypedId.New<TipId>(TimeProvider.System), AlertId = alert, Kind = TipKind.Other, Text = "bare", Source = TipSource.PublicPage,
        IdempotencyKey = key, ReceiptCode = key, ReceivedAtUtc = TestFiles.Now,
    };
}
