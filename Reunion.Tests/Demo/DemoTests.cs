using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Reunion.Core.Alerts;
using Reunion.Core.Cases;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Core.Dispatch.Receipts;
using Reunion.Core.Dispatch.Withdrawals;
using Reunion.Core.Geofencing;
using Reunion.Core.Partners;
using Reunion.Core.Seeding;
using Reunion.Core.Storage;
using Reunion.Core.Tips;

namespace Reunion.Tests.Demo;

public sealed class DemoTests(DemoApp app) : IClassFixture<DemoApp>
{
    private static readonly Actor Officer = new("officer", "Officer", "330106", "Unit", [Roles.Officer]);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task The_partners_are_as_different_as_promised_and_their_keys_are_the_owners_alone()
    {
        var file = app.Services.GetRequiredService<DemoPartnerFile>();
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(file.Path, TestContext.Current.CancellationToken));
        var rows = await RowsAsync<Partner>();

        Assert.Equal(5, json.RootElement.GetArrayLength());
        Assert.All(json.RootElement.EnumerateArray(), p => Assert.Equal(
            ["partnerId", "name", "apiKey", "webhookSecret", "endpoint", "targeting", "datum"], p.EnumerateObject().Select(f => f.Name)));
        Assert.Equal(["BD09", "GCJ02", "GCJ02", "WGS84", "WGS84"], json.RootElement.EnumerateArray().Select(p => p.GetProperty("datum").GetString()).Order());
        Assert.Equal(["Area", "Both", "Both", "Devices", "Devices"], json.RootElement.EnumerateArray().Select(p => p.GetProperty("targeting").GetString()).Order());
        Assert.All(rows, p => Assert.True(p.IsInternal && p.ExerciseEndpoint is not null));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file.Path));
    }

    [Fact]
    public async Task Every_key_of_the_file_opens_the_partner_interface()
    {
        foreach (var partner in app.Services.GetRequiredService<DemoPartnerFile>().Read())
            Assert.Equal(partner.PartnerId, (await app.Services.GetRequiredService<AuthenticatePartner>()
                .ExecuteAsync(partner.ApiKey, TestContext.Current.CancellationToken))?.Id.ToString());
    }

    [Fact]
    public async Task An_alert_reaches_phones_and_brings_receipts_tips_and_the_photos_withdrawal()
    {
        var presence = app.Services.GetRequiredService<PresenceIndex>();
        var partners = await RowsAsync<Partner>();
        await UntilAsync("all phones are reported", () => Task.FromResult(partners.Sum(p => presence.CountPhones(p.Id)) == DemoApp.Phones));

        var alert = await IssueAsync();
        await UntilAsync("receipts from every partner with phones", async () =>
            (await RowsAsync<Receipt>()).Where(r => r.Delivered > 0).Select(r => r.PartnerId).Distinct().Count() == 4);
        await UntilAsync("tips from partners", async () => (await RowsAsync<Tip>()).Any(t => t.AlertId == alert && t.PartnerId != null));
        Assert.All((await RowsAsync<Tip>()).Where(t => t.AlertId == alert), t => Assert.False(string.IsNullOrWhiteSpace(t.Text)));

        var row = (await RowsAsync<Alert>()).Single(a => a.Id == alert);
        await app.Services.GetRequiredService<CloseCase>()
            .ExecuteAsync(Officer, row.CaseId, Outcome.FoundSafe, TestContext.Current.CancellationToken);
        await UntilAsync("all five partners took the photo down", async () => (await RowsAsync<PhotoWithdrawal>()).Count(w => w.AlertId == alert && w.ConfirmedAtUtc != null) == 5);
        Assert.DoesNotContain(await RowsAsync<DeliveryAttempt>(), a => a.Result is "401" or "404");
    }

    [Fact]
    public async Task A_second_start_keeps_partners_keys_and_port()
    {
        var before = app.Services.GetRequiredService<DemoPartnerFile>().Read();
        await app.RestartAsync();

        Assert.Equal(before, app.Services.GetRequiredService<DemoPartnerFile>().Read());
        Assert.Equal(5, (await RowsAsync<Partner>()).Count);
        Assert.Equal(5, (await RowsAsync<ApiKey>()).Count);
    }

    private async Task<AlertId> IssueAsync()
    {
        var clock = app.Services.GetRequiredService<TimeProvider>();
        var now = clock.GetUtcNow();
        var missing = new Case
        {
            Id = TypedId.New<CaseId>(clock), UnitCode = Officer.UnitCode, FiledByAccountId = Officer.AccountId, FiledByName = Officer.Name,
            FiledAtUtc = now, ReportedAtUtc = now, ContactUnit = "Unit", ContactPhone = "110",
            Child = new Child { Name = "小明", BirthDate = new DateOnly(2017, 5, 1) },
            LastSeen = new LastSeen { Latitude = 30.2741, Longitude = 120.1551, AtUtc = now.AddMinutes(-30), Place = "杭州" },
        };
        await using (var db = Db())
        {
            db.Add(missing);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        return await app.Services.GetRequiredService<IssueAlert>().ExecuteAsync(
            Officer, missing.Id, missing.Version, new IssueRequest(AlertMode.Actual, ClockStart.Report), TestContext.Current.CancellationToken);
    }

    private static async Task UntilAsync(string what, Func<Task<bool>> isSo)
    {
        var deadline = TimeProvider.System.GetUtcNow() + Limit;
        while (!await isSo())
        {
            Assert.True(TimeProvider.System.GetUtcNow() < deadline, $"Still waiting until {what}.");
            await Task.Delay(TimeSpan.FromMilliseconds(300), TestContext.Current.CancellationToken);
        }
    }

    private ReunionDbContext Db() => app.Services.GetRequiredService<IDbContextFactory<ReunionDbContext>>().CreateDbContext();

    private async Task<IReadOnlyList<T>> RowsAsync<T>() where T : class
    {
        await using var db = Db();
        return await db.Set<T>().AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);
    }
}
