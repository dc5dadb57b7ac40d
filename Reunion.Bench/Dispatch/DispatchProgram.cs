extern alias program;

using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using program::Reunion.Console.Hosting;
using Reunion.Core.Alerts;
using Reunion.Core.Cases;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Core.Geography;
using Reunion.Core.Partners;
using Reunion.Core.Storage;

namespace Reunion.Bench.Dispatch;

/// <summary>The whole program within this process, so that phones can be put straight into it; on free ports and a directory of its own.</summary>
internal sealed class DispatchProgram : IDisposable
{
    private static readonly Actor Admin = new("admin", "Admin", "330106", "Unit", [Roles.Admin]);
    private static readonly Actor Chief = new("chief", "Chief", "330106", "Unit", [Roles.Officer, Roles.Supervisor]);
    private readonly OwnedDirectory _data;
    private readonly WebApplication _app;

    public DispatchProgram()
    {
        WebApplication? app = null;
        _data = new OwnedDirectory("dispatch", () => EndAsync(app).GetAwaiter().GetResult());
        _app = app = ReunionHost.Create(
            [
                "--Reunion:Console:Url=http://localhost:0", "--Reunion:Partner:Url=http://localhost:0", "--Reunion:Public:Url=http://localhost:0",
                $"--Reunion:DataDirectory={_data.Path}", "--Reunion:Webhooks:AllowLoopback=true",
            ],
            builder => builder.Logging.SetMinimumLevel(LogLevel.Error));
        _app.StartAsync().GetAwaiter().GetResult();
    }

    public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>Registers all partners of a server; their phones are sent lists in binary.</summary>
    public PartnerId[] Register(LoopbackPartners partners) =>
    [
        .. Enumerable.Range(0, partners.Count).Select(i => Get<RegisterPartner>().ExecuteAsync(Admin, new PartnerForm
        {
            Name = $"Partner {i}", Endpoint = partners.EndpointOf(i), Targeting = Targeting.Both, RecipientFormat = RecipientFormat.Binary,
            IsInternal = true,
        }).GetAwaiter().GetResult().Id),
    ];

    /// <summary>Files a case; what is left is to issue its alert.</summary>
    public async Task<(CaseId Id, int Version)> FileAsync(GeoPoint centre)
    {
        var now = TimeProvider.System.GetUtcNow();
        var missing = new Case
        {
            Id = TypedId.New<CaseId>(TimeProvider.System), UnitCode = Chief.UnitCode, FiledByAccountId = Chief.AccountId, FiledByName = Chief.Name,
            FiledAtUtc = now, ReportedAtUtc = now, ContactUnit = "Unit", ContactPhone = "110",
            Child = new Child { Name = "小明", BirthDate = new DateOnly(2017, 5, 1) },
            LastSeen = new LastSeen { Latitude = centre.Latitude, Longitude = centre.Longitude, AtUtc = now, Place = "杭州" },
        };
        await using var db = await Get<IDbContextFactory<ReunionDbContext>>().CreateDbContextAsync();
        db.Add(missing);
        await db.SaveChangesAsync();
        return (missing.Id, missing.Version);
    }

    public Task<AlertId> IssueAsync(CaseId missing, int version) =>
        Get<IssueAlert>().ExecuteAsync(Chief, missing, version, new IssueRequest(AlertMode.Actual, ClockStart.Report));

    public Task CloseAsync(CaseId missing) => Get<CloseCase>().ExecuteAsync(Chief, missing, Outcome.FoundSafe);

    /// <summary>Waits until nothing is left to send but to one partner.</summary>
    public async Task SettleAsync(PartnerId? but = null)
    {
        while (await PendingAsync(but) > 0)
            await Task.Delay(20);
    }

    public void Dispose() => _data.Dispose();

    private static async Task EndAsync(WebApplication? app)
    {
        if (app is null)
            return;
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task<int> PendingAsync(PartnerId? but)
    {
        await using var db = await Get<IDbContextFactory<ReunionDbContext>>().CreateDbContextAsync();
        var skipped = but ?? default;
        return await db.Set<Delivery>().CountAsync(d => d.Status == DeliveryStatus.Pending && d.PartnerId != skipped);
    }
}
