using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Reunion.Core.Common;
using Reunion.Core.Dispatch.Receipts;
using Reunion.Core.Dispatch.Withdrawals;
using Reunion.Core.Storage;
using Reunion.Tests.Support.Databases;

namespace Reunion.Tests.Storage;

public sealed class LedgerMigrationTests
{
    [Theory, OnBothDatabases]
    public async Task What_partners_reported_before_is_added_up_and_kept(StorageProvider provider)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var database = await TestDatabase.CreateEmptyAsync(provider);
        await using var db = database.Factory().CreateDbContext();
        var before = db.Database.GetMigrations().TakeWhile(m => !m.EndsWith("_Ledger", StringComparison.Ordinal)).Last();
        await db.GetService<IMigrator>().MigrateAsync(before, cancel);
        var at = provider == StorageProvider.Sqlite ? "638994528000000000" : "'2025-11-23T00:00:00Z'";
        var (alert, partner, circle) = (TypedId.New<AlertId>(TimeProvider.System), TypedId.New<PartnerId>(TimeProvider.System), TypedId.New<CircleId>(TimeProvider.System));
#pragma warning disable EF1002 // Ids of this test.
        foreach (var (id, delivered, opened) in new[] { ("a", 10, 1), ("b", 20, 2) })
            await db.Database.ExecuteSqlRawAsync(
                $"""INSERT INTO "Receipts" ("PartnerId", "ReceiptId", "AlertId", "CircleId", "Ring", "Delivered", "Opened", "ReceivedAtUtc") VALUES ('{partner}', '{id}', '{alert}', '{circle}', 1, {delivered}, {opened}, {at})""", cancel);
        await db.Database.ExecuteSqlRawAsync(
            $"""INSERT INTO "PhotoWithdrawals" ("AlertId", "PartnerId", "ConfirmedAtUtc") VALUES ('{alert}', '{partner}', {at})""", cancel);
#pragma warning restore EF1002
        await db.GetService<IMigrator>().MigrateAsync(cancellationToken: cancel);

        var sum = await db.Set<RingReceipt>().SingleAsync(cancel);
        Assert.Equal((30, 3, 30, 3), (sum.ReportedDelivered, sum.ReportedOpened, sum.Delivered, sum.Opened));
        var line = await db.Set<PhotoWithdrawal>().SingleAsync(cancel);
        Assert.Equal(new DateTimeOffset(2025, 11, 23, 0, 0, 0, TimeSpan.Zero), line.ConfirmedAtUtc);
        Assert.Equal((line.ConfirmedAtUtc, line.ConfirmedAtUtc, null), ((DateTimeOffset?)line.AskedAtUtc, (DateTimeOffset?)line.DueAtUtc, line.LookAtUtc));
    }
}
