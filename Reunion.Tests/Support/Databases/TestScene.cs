using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Reunion.Core.Accounts;
using Reunion.Core.Alerts;
using Reunion.Core.Audit;
using Reunion.Core.Cases;
using Reunion.Core.Common.Hosting;
using Reunion.Core.Geofencing;
using Reunion.Core.Live;
using Reunion.Core.Partners;
using Reunion.Core.Storage;
using Reunion.Core.Tips;

namespace Reunion.Tests.Support.Databases;

/// <summary>The capabilities as the console composes them, on a database of their own; only the grains are stood in for.</summary>
internal sealed class TestScene : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;

    private TestScene(TestDatabase database)
    {
        _database = database;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Reunion:DataDirectory"] = database.Folder,
            ["Reunion:Storage:Provider"] = database.Provider.ToString(),
            ["ConnectionStrings:Reunion"] = database.ConnectionString,
        }).Build();
        var services = new ServiceCollection();
        services.AddOptions<ReunionOptions>().BindConfiguration(ReunionOptions.Section);
        services
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider())
            .AddSingleton(RecordingGrains.Create(out var woken))
            .AddLogging()
            .AddReunionStorage(configuration)
            .AddReunionAccounts()
            .AddReunionAudit()
            .AddReunionLive()
            .AddReunionGeofencing()
            .AddReunionCases()
            .AddReunionPartners()
            .AddReunionAlerts(configuration)
            .AddReunionTips();
        _services = services.BuildServiceProvider();
        Woken = woken;
    }

    public FakeTimeProvider Clock { get; } = new(TestFiles.Now);

    /// <summary>Keys of the grains that were woken, in order.</summary>
    public IReadOnlyCollection<string> Woken { get; }

    public static async Task<TestScene> CreateAsync(StorageProvider provider) => new(await TestDatabase.CreateAsync(provider));

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public ReunionDbContext Db() => Get<IDbContextFactory<ReunionDbContext>>().CreateDbContext();

    public async Task<IReadOnlyList<T>> RowsAsync<T>() where T : class
    {
        await using var db = Db();
        return await db.Set<T>().AsNoTracking().ToListAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }
}
