using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Reunion.Core.Common;
using Reunion.Core.Dispatch.Rings;
using Reunion.Core.Storage;
using Reunion.Tests.Support.Databases;
using Reunion.Tests.Support.PartnerApps;

namespace Reunion.Tests.Dispatch;

public sealed class ToldPhonesTests
{
    [Theory, OnBothDatabases]
    public async Task A_delivered_batch_keeps_only_its_count_and_a_failed_one_its_devices(StorageProvider provider)
    {
        await using var scene = await DispatchScene.CreateAsync(provider);
        var (partner, app) = await scene.AddPartnerAsync();
        scene.Report(partner, 10, 90_000);
        await scene.AdvanceAsync(await scene.IssueAsync());
        app.Next(PartnerAnswer.Ok, new PartnerAnswer(500));
        await scene.DrainAsync(partner);
        Assert.Equal(80, Assert.Single(await scene.RowsAsync<RecipientBatch>()).Devices.Length);

        scene.Clock.Advance(TimeSpan.FromMinutes(1));
        await scene.DrainAsync(partner);

        var batch = Assert.Single(await scene.RowsAsync<RecipientBatch>());
        Assert.Equal((10, 0), (batch.Count, batch.Devices.Length));
        // The second attempt had the same bytes as the first.
        var requests = app.OfType("alert.recipients");
        Assert.Equal(requests[0].Devices(), requests[1].Devices());
    }

    [Theory, OnBothDatabases]
    public async Task After_a_restart_nobody_is_told_twice_though_the_devices_are_gone(StorageProvider provider)
    {
        await using var scene = await DispatchScene.CreateAsync(provider);
        var (partner, app) = await scene.AddPartnerAsync();
        scene.Report(partner, 10, 90_000);
        var alert = await scene.IssueAsync();
        await scene.AdvanceAsync(alert);
        scene.Report(partner, 15, 90_000);
        scene.Pump();
        await scene.AdvanceAsync(alert);
        await scene.DrainAsync(partner);
        Assert.Equal(2, app.OfType("alert.recipients").Count);
        Assert.All(await scene.RowsAsync<RecipientBatch>(), b => Assert.Empty(b.Devices));

        // What the process remembered is gone, as after a crash.
        scene.Get<AlertWatch>().Forget(alert);
        await scene.AdvanceAsync(alert);
        await scene.DrainAsync(partner);

        Assert.Equal(Enumerable.Range(1, 15).Select(i => (ulong)i), app.OfType("alert.recipients").SelectMany(r => r.Devices()).Order());
    }

    [Theory, OnBothDatabases]
    public async Task A_batch_from_before_there_were_told_rows_still_says_whom_it_told(StorageProvider provider)
    {
        await using var scene = await DispatchScene.CreateAsync(provider);
        var (partner, app) = await scene.AddPartnerAsync();
        scene.Report(partner, 10, 90_000);
        var alert = await scene.IssueAsync();
        await scene.AdvanceAsync(alert);
        await using (var db = scene.Db())
            await ToldVault.DestroyAsync(db, alert, TestContext.Current.CancellationToken);
        await scene.DrainAsync(partner);

        scene.Get<AlertWatch>().Forget(alert);
        await scene.AdvanceAsync(alert);
        await scene.DrainAsync(partner);

        Assert.Single(app.OfType("alert.recipients"));
        Assert.Equal(80, Assert.Single(await scene.RowsAsync<RecipientBatch>()).Devices.Length);
    }

    [Theory, OnBothDatabases]
    public async Task The_end_of_an_alert_destroys_who_was_told_with_the_key(StorageProvider provider)
    {
        await using var scene = await DispatchScene.CreateAsync(provider);
        var (partner, _) = await scene.AddPartnerAsync();
        scene.Report(partner, 10, 90_000);
        var (ended, live) = (await scene.IssueAsync(), await scene.IssueAsync());
        await scene.AdvanceAsync(ended);
        await scene.AdvanceAsync(live);

        await scene.CloseAsync(ended);
        await scene.AdvanceAsync(ended);

        Assert.Equal(live, Assert.Single(await scene.RowsAsync<ToldKey>()).AlertId);
        Assert.Equal(live, Assert.Single(await scene.RowsAsync<ToldPhones>()).AlertId);
        Assert.All(await scene.RowsAsync<RecipientBatch>(), b => Assert.Equal(b.AlertId == live, b.Devices.Length > 0));
    }

    [Fact]
    public async Task The_rows_do_not_show_the_ids_and_open_only_in_their_place()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, _) = await scene.AddPartnerAsync();
        scene.Report(partner, 10, 90_000);
        var alert = await scene.IssueAsync();
        await scene.AdvanceAsync(alert);

        var row = Assert.Single(await scene.RowsAsync<ToldPhones>());
        var batch = Assert.Single(await scene.RowsAsync<RecipientBatch>());
        Assert.Equal(-1, row.Protected.AsSpan().IndexOf(batch.Devices.AsSpan(0, 8)));
        await using var db = scene.Db();
        var key = await scene.Get<ToldVault>().KeyAsync(db, alert, TestContext.Current.CancellationToken);
        Assert.Equal(batch.Devices, ToldVault.Decrypt(key, row.DeliveryId, row.Protected));
        Assert.ThrowsAny<CryptographicException>(() => ToldVault.Decrypt(key, TypedId.New<MessageId>(scene.Clock), row.Protected));
        row.Protected[^1] ^= 1;
        Assert.ThrowsAny<CryptographicException>(() => ToldVault.Decrypt(key, row.DeliveryId, row.Protected));
        Assert.ThrowsAny<CryptographicException>(() => ToldVault.Decrypt(key, row.DeliveryId, [1, 2, 3]));
        // Another key ring, such as that of a thief of the database alone.
        await Assert.ThrowsAnyAsync<CryptographicException>(() =>
            new ToldVault(new EphemeralDataProtectionProvider()).ReadAsync(db, alert, (_, _) => { }, TestContext.Current.CancellationToken));
    }
}
