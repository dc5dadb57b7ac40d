using Reunion.Console.Hosting.Accounts;
using Reunion.Console.Hosting.Demo;
using Reunion.Console.Hosting.Surfaces;
using Reunion.Core.Accounts;
using Reunion.Core.Common.Hosting;

namespace Reunion.Console.Hosting.Startup;

/// <summary>Prints the addresses, and what the first person needs to sign in. Scripts read these lines: a word, spaces, the value.</summary>
internal sealed class AnnounceStart(
    SurfaceAddresses addresses, PublicSite site, ReadAccount accounts, SetupToken setup, DemoOptions demo, StartLogGate gate)
    : IHostedLifecycleService
{
    // Work left from the last run goes on before the listeners are bound, and its messages carry links.
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        site.Announce(addresses.Public.ToString());
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        site.Announce(addresses.Public.ToString());
        if (!await accounts.AnyAsync(cancellationToken))
            setup.Open();
        gate.Open();
        Print();
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Print()
    {
        Line("Console", Trim(addresses.Console));
        Line("Partner", Trim(addresses.Partner));
        Line("Public", Trim(addresses.Public));
        if (setup.Value is { } token)
            Line("Setup", new Uri(addresses.Console, $"setup?token={token}").ToString());
        if (demo.Enabled)
            foreach (var account in AccountsSeed.Demo)
                Line("Account", $"{account.Email,-24}{account.Password}");
        Line("Ready", "Ctrl+C stops");
    }

    private static string Trim(Uri address) => address.ToString().TrimEnd('/');

    private static void Line(string word, string value) => System.Console.Out.WriteLine($"{word,-9}{value}");
}
