using Reunion.Console.Hosting.Demo;
using Reunion.Console.Hosting.Surfaces;
using Reunion.Core.Accounts;
using Reunion.Core.Storage;

namespace Reunion.Console.Hosting.Startup;

/// <summary>Takes the data directory and brings the database up to date before any other hosted service starts.</summary>
internal sealed class PrepareDatabase(
    DataDirectoryLock directory, UploadDirectory uploads, DatabaseInitializer database, AccountsSeed accounts, DemoOptions demo,
    SurfaceAddresses addresses) : IHostedLifecycleService
{
    private const string DirectoryKey = "Reunion:DataDirectory";

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        directory.Take();
        uploads.Empty();
        await database.InitializeAsync(cancellationToken);
        if (demo.Enabled)
            await SeedAsync(cancellationToken);
        else if (!addresses.AreLoopback && await accounts.HasDemoAccountsAsync(cancellationToken))
            throw new StartException(DirectoryKey, "the database holds the demo's accounts, whose password is public; use another one.");
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task SeedAsync(CancellationToken cancel)
    {
        if (await accounts.HasRealAccountsAsync(cancel))
            throw new StartException(DirectoryKey, "the database holds accounts of real people; the demo needs one of its own.");
        await accounts.EnsureDemoAsync(cancel);
    }
}
