using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Reunion.Core.Alerts;
using Reunion.Core.Cases;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Core.Dispatch.Rings;
using Reunion.Core.Dispatch.Webhooks;
using Reunion.Core.Geofencing;
using Reunion.Core.Geography;
using Reunion.Core.Partners;
using Reunion.Core.Storage;
using Reunion.Tests.Support.Databases;
using Reunion.Tests.Support.PartnerApps;

namespace Reunion.Tests.Dispatch;

/// <summary>Dispatch on a real database and over real HTTP, with a clock that the test turns and grains that it plays itself.</summary>
internal sealed class DispatchScene : IAsyncDisposable
{
    public static readonly GeoPoint Centre = new(30.2741, 120.1551);

    private static readonly Actor Admin = new("admin", "Admin", "330106", "Unit", [Roles.Admin]);
    private static readonly Actor Chief = new("chief", "Chief", "330106", "Unit", [Roles.Officer, Roles.Supervisor]);

    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;
    private readonly List<PartnerApp> _apps = [];

    private DispatchScene(TestDatabase database, X509Certificate2? trustedRoot)
    {
        _database = database;
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Reunion:DataDirectory"] = database.Folder,
                ["Reunion:Storage:Provider"] = database.Provider.ToString(),
                ["ConnectionStrings:Reunion"] = database.ConnectionString,
                ["Reunion:Webhooks:AllowLoopback"] = "true",
            }).Build();
        var services = new ServiceCollection();
        services
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider())
            .AddDispatchCapabilities(configuration);
        if (trustedRoot is not null)
            services.AddHttpClient(ExchangeSender.InternalClient).ConfigurePrimaryHttpMessageHandler((handler, _) => Trust(handler, trustedRoot));
        _services = services.BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));

    /// <param name="provider">The database.</param>
    /// <param name="trustedRoot">Whose certificates are trusted, in place of those that the machine trusts.</param>
    public static async Task<DispatchScene> CreateAsync(StorageProvider provider = StorageProvider.Sqlite, X509Certificate2? trustedRoot = null) =>
        new(await TestDatabase.CreateAsync(provider), trustedRoot);

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public ReunionDbContext Db() => Get<IDbContextFactory<ReunionDbContext>>().CreateDbContext();

    public async Task<IReadOnlyList<T>> RowsAsync<T>() where T : class
    {
        await using var db = Db();
        return await db.Set<T>().AsNoTracking().ToListAsync();
    }

    /// <summary>A registered partner with its running app.</summary>
    public async Task<(PartnerId Id, PartnerApp App)> AddPartnerAsync(
        Targeting targeting = Targeting.Devices, RecipientFormat format = RecipientFormat.Json, X509Certificate2? certificate = null,
        params ServiceRegion[] regions)
    {
        var app = await PartnerApp.StartAsync(certificate);
        _apps.Add(app);
        var made = await Get<RegisterPartner>().ExecuteAsync(Admin, new PartnerForm
        {
            Name = $"Partner {_apps.Count}", Endpoint = app.Endpoint, ExerciseEndpoint = app.ExerciseEndpoint, Targeting = targeting,
            RecipientFormat = format, IsInternal = true, Regions = [.. regions],
        });
        app.Secret = made.WebhookSecret;
        return (made.Id, app);
    }

    /// <summary>Has a partner's alerts sent elsewhere.</summary>
    public async Task MoveAsync(PartnerId partner, string endpoint)
    {
        await using var db = Db();
        (await db.FindAsync<Partner>(partner))!.Endpoint = endpoint;
        await db.SaveChangesAsync();
    }

    /// <summary>Reports phones 1 to <paramref name="count"/> of a partner, evenly out to a distance.</summary>
    public void Report(PartnerId partner, int count, double outToMetres) => Get<PresenceIndex>().Report(partner,
    [
        .. Enumerable.Range(1, count).Select(i => new PositionReport(
            (ulong)i, Geodesic.Destination(Centre, i * 37, outToMetres * i / (count + 1)), Clock.GetUtcNow())),
    ]);

    /// <summary>Carries arrivals to their alerts, as the running program does by itself.</summary>
    public void Pump()
    {
        while (Get<PresenceIndex>().Arrivals.TryRead(out var arrival))
            Get<ArrivalQueue>().Add(arrival);
    }

    public async Task<AlertId> IssueAsync(AlertMode mode = AlertMode.Actual)
    {
        var now = Clock.GetUtcNow();
        var missing = new Case
        {
            Id = TypedId.New<CaseId>(Clock), UnitCode = Chief.UnitCode, FiledByAccountId = Chief.AccountId, FiledByName = Chief.Name,
            FiledAtUtc = now, ReportedAtUtc = now, ContactUnit = "Unit", ContactPhone = "110",
            Child = new Child { Name = "小明", BirthDate = new DateOnly(2017, 5, 1) },
            LastSeen = new LastSeen { Latitude = Centre.Latitude, Longitude = Centre.Longitude, AtUtc = now, Place = "杭州" },
        };
        await using (var db = Db())
        {
            db.Add(missing);
            await db.SaveChangesAsync();
        }

        return await Get<IssueAlert>().ExecuteAsync(Chief, missing.Id, missing.Version, new IssueRequest(mode, ClockStart.Report));
    }

    public Task<DateTimeOffset?> AdvanceAsync(AlertId alert) => Get<AdvanceAlert>().ExecuteAsync(alert);

    /// <summary>Sends what is due to one partner.</summary>
    public Task<DateTimeOffset?> DrainAsync(PartnerId partner) =>
        Get<DrainOutbox>().ExecuteAsync(partner, Get<PartnerCircuits>().Of(partner));

    public Task PauseAsync(AlertId alert) => Get<PauseAlert>().ExecuteAsync(Chief, alert);

    public Task ResumeAsync(AlertId alert) => Get<PauseAlert>().ResumeAsync(Chief, alert);

    public async Task CloseAsync(AlertId alert)
    {
        var row = (await RowsAsync<Alert>()).Single(a => a.Id == alert);
        await Get<CloseCase>().ExecuteAsync(Chief, row.CaseId, Core.Cases.Outcome.FoundSafe);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var app in _apps)
            await app.DisposeAsync();
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static void Trust(HttpMessageHandler handler, X509Certificate2 root)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.Add(root);
        ((SocketsHttpHandler)handler).SslOptions.CertificateChainPolicy = policy;
    }
}
