using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Reunion.Core.Storage;
using Reunion.Tests.Dispatch;

namespace Reunion.Tests.Faults.Kills;

/// <summary>Dispatch on the data directory of a program: in the process that is killed, and in the test that looks at its rows.</summary>
internal sealed class DispatchProgram : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    /// <param name="folder">The data directory.</param>
    /// <param name="more">Adds to the services.</param>
    public DispatchProgram(string folder, Action<IServiceCollection>? more = null)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Reunion:DataDirectory"] = folder,
                ["Reunion:Webhooks:AllowLoopback"] = "true",
            }).Build();
        var services = new ServiceCollection();
        services
            .AddSingleton(TimeProvider.System)
            .AddSingleton(DataProtectionProvider.Create(new DirectoryInfo(Path.Combine(folder, "keys"))))
            .AddDispatchCapabilities(configuration);
        more?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public ReunionDbContext Db() => Get<IDbContextFactory<ReunionDbContext>>().CreateDbContext();

    public async Task<IReadOnlyList<T>> RowsAsync<T>() where T : class
    {
        await using var db = Db();
        return await db.Set<T>().AsNoTracking().ToListAsync();
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
