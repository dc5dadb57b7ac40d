using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Reunion.Console.Hosting;
using Reunion.Core.Alerts;
using Reunion.Core.Cases;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Core.Geography;
using Reunion.Core.Partners;
using Reunion.Core.Storage;
using Reunion.Tests.Support;
using Reunion.Tests.Support.PartnerApps;

namespace Reunion.Tests.Faults;

/// <summary>The real program as a process that gets killed, with partner apps and phones that live on in the test.</summary>
internal sealed class CrashScene : IAsyncDisposable
{
    private static readonly Actor Admin = new("admin", "Admin", "330106", "Unit", [Roles.Admin]);
    private static readonly Actor Officer = new("officer", "Officer", "330106", "Unit", [Roles.Officer]);

    private readonly string[] _arguments;
    private readonly WebApplication _seeder;

    private CrashScene(double timeScale)
    {
        _arguments = [FormattableString.Invariant($"--Reunion:Alerts:TimeScale={timeScale}"), ReunionArguments.PartnersHere];
        Process = new ReunionProcess(_arguments);
        // Never started: only its capabilities are used, on the same data directory.
        _seeder = ReunionHost.Create(
            [.. ReunionArguments.FreePorts, $"--Reunion:DataDirectory={Process.DataDirectory}", .. _arguments],
            builder => builder.Logging.ClearProviders());
    }

    public ReunionProcess Process { get; }

    public List<(PartnerId Id, PartnerApp App, ReportingPhones Phones)> Partners { get; } = [];

    public static async Task<CrashScene> CreateAsync(double timeScale)
    {
        var scene = new CrashScene(timeScale);
        await scene.Get<DatabaseInitializer>().InitializeAsync(TestContext.Current.CancellationToken);
        return scene;
    }

    public async Task AddPartnerAsync(string name, RecipientFormat format, int phones, GeoPoint centre, double outToMetres, int seed)
    {
        var app = await PartnerApp.StartAsync();
        var made = await Get<RegisterPartner>().ExecuteAsync(Admin, new PartnerForm
        {
            Name = name, Endpoint = app.Endpoint, Targeting = Targeting.Both, RecipientFormat = format, IsInternal = true, RequestsPerSecond = 1000,
        });
        app.Secret = made.WebhookSecret;
        var random = new Random(seed);
        app.Otherwise = () => new PartnerAnswer(Fails() ? 500 : 200, Delay: TimeSpan.FromMilliseconds(20));
        Partners.Add((made.Id, app, new ReportingPhones(made.ApiKey, phones, centre, outToMetres, seed)));

        bool Fails()
        {
            lock (random)
                return random.Next(100) == 0;
        }
    }

    public async Task<AlertId> IssueAsync(GeoPoint centre)
    {
        var clock = Get<TimeProvider>();
        var now = clock.GetUtcNow();
        var missing = new Case
        {
            Id = TypedId.New<CaseId>(clock), UnitCode = Officer.UnitCode, FiledByAccountId = Officer.AccountId, FiledByName = Officer.Name,
            FiledAtUtc = now, ReportedAtUtc = now, ContactUnit = "Unit", ContactPhone = "110",
            Child = new Child { Name = "小明", BirthDate = new DateOnly(2017, 5, 1) },
            LastSeen = new LastSeen { Latitude = centre.Latitude, Longitude = centre.Longitude, AtUtc = now, Place = "杭州" },
        };
        await using (var db = Db())
        {
            db.Add(missing);
            await db.SaveChangesAsync();
        }

        return await Get<IssueAlert>().ExecuteAsync(Officer, missing.Id, missing.Version, new IssueRequest(AlertMode.Actual, ClockStart.Report));
    }

    /// <summary>Starts the program and lets it run for a while from its launch or from its readiness, then kills it.</summary>
    public async Task RunAndKillAsync(TimeSpan after, bool evenBeforeReady, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        if (evenBeforeReady)
            limit.CancelAfter(after);
        try
        {
            await StartAsync(limit.Token);
            await Task.Delay(after, limit.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // Killed while it was starting.
        }

        await Process.KillAsync();
        SetAddress(null);
    }

    public async Task StartAsync(CancellationToken cancel)
    {
        await Process.StartAsync(cancel);
        SetAddress(Process.PartnerUrl);
    }

    public async Task<(int Rings, int Pending)> ProgressAsync()
    {
        await using var db = Db();
        return (await db.Set<Ring>().CountAsync(), await db.Set<Delivery>().CountAsync(d => d.Status == DeliveryStatus.Pending));
    }

    public async Task<IReadOnlyList<T>> RowsAsync<T>() where T : class
    {
        await using var db = Db();
        return await db.Set<T>().AsNoTracking().ToListAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Process.KillAsync();
        foreach (var (_, app, phones) in Partners)
        {
            phones.Dispose();
            await app.DisposeAsync();
        }

        await _seeder.DisposeAsync();
        await Process.DisposeAsync();
    }

    private T Get<T>() where T : notnull => _seeder.Services.GetRequiredService<T>();

    private ReunionDbContext Db() => Get<IDbContextFactory<ReunionDbContext>>().CreateDbContext();

    private void SetAddress(Uri? address)
    {
        foreach (var (_, _, phones) in Partners)
            phones.Address = address;
    }
}
