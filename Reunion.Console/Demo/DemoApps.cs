using Reunion.Console.Hosting.Demo;
using Reunion.Console.Hosting.Surfaces;
using Reunion.Core.Seeding;

namespace Reunion.Console.Demo;

/// <summary>Brings up the simulated apps: their endpoints before anything is sent, themselves once the surfaces listen.</summary>
internal sealed class DemoApps(
    DemoOptions demo, SeedDemoPartners seed, DemoPartnerFile file, Settlements settlements, SurfaceAddresses addresses, TimeProvider clock,
    ILogger<DemoApps> log)
    : IHostedLifecycleService, IAsyncDisposable
{
    private PartnerAppsListener? _listener;
    private IReadOnlyList<DemoPartnerKeys> _keys = [];

    public IReadOnlyList<PartnerApp> Apps { get; private set; } = [];

    public string Address => $"http://127.0.0.1:{_listener?.Port}";

    // After the database was prepared, which was registered before.
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        _listener = await PartnerAppsListener.StartAsync(file.KnownPort(), cancellationToken);
        _keys = await seed.ExecuteAsync(_listener.Port, cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Settles the phones and opens the endpoints; to be called once the surfaces listen.</summary>
    /// <param name="cancel">Stops the asking for live alerts.</param>
    public async Task OpenAsync(CancellationToken cancel)
    {
        var phones = Share(demo.Phones);
        Apps = [.. DemoPartner.All.Zip(_keys, phones).AsParallel().AsOrdered().Select((x, i) => new PartnerApp(
            x.First, x.Second, new SimulatedPhones(settlements, x.Third, x.First.Datum, i + 1),
            new PartnerClient(addresses.Partner, x.Second.ApiKey), clock))];
        try
        {
            await Task.WhenAll(Apps.Select(app => app.RememberAsync(cancel)));
        }
        catch (HttpRequestException failure)
        {
            // Without it they only miss what was issued before the start.
            log.LogWarning("The simulated apps could not ask for live alerts: {Problem}", failure.Message);
        }

        _listener!.Serve(Apps);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var app in Apps)
            await app.DisposeAsync();
        if (_listener is not null)
            await _listener.DisposeAsync();
    }

    private static int[] Share(int total)
    {
        int[] shares = [.. DemoPartner.All.Select(p => (int)((long)total * p.PhonePercent / 100))];
        shares[0] += total - shares.Sum();
        return shares;
    }
}
