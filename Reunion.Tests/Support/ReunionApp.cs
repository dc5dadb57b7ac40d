using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Reunion.Console.Hosting;
using Reunion.Console.Hosting.Surfaces;
using Reunion.Core.Accounts;

namespace Reunion.Tests.Support;

/// <summary>
/// The real program on free ports with a data directory of its own, in this process. By default with the demo's three
/// accounts but without its simulated partners and phones. Derive from it to change <see cref="Arguments"/> or <see cref="Configure"/>.
/// </summary>
public class ReunionApp : IAsyncLifetime
{
    private WebApplication? _app;

    public string DataDirectory { get; } = Directory.CreateTempSubdirectory("reunion-test-").FullName;

    /// <summary>Base addresses, with a slash at the end.</summary>
    public Uri ConsoleUrl => Services.GetRequiredService<SurfaceAddresses>().Console;

    public Uri PartnerUrl => Services.GetRequiredService<SurfaceAddresses>().Partner;

    public Uri PublicUrl => Services.GetRequiredService<SurfaceAddresses>().Public;

    public IServiceProvider Services => _app?.Services ?? throw new InvalidOperationException("The program is not running.");

    /// <summary>More of the command line, for example <c>--demo</c> or <c>--Reunion:Alerts:TimeScale=60</c>.</summary>
    protected virtual IReadOnlyList<string> Arguments => [];

    /// <summary>Whether the demo's three accounts are made.</summary>
    protected virtual bool HasAccounts => true;

    public async ValueTask InitializeAsync()
    {
        await StartAsync();
        if (HasAccounts)
            await Services.GetRequiredService<AccountsSeed>().EnsureDemoAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Stops as an operator would, and starts again on the same data; the ports are new ones.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    /// <summary>A client without cookies that follows no redirect.</summary>
    public static HttpClient Client(Uri address) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };

    /// <summary>A console client signed in as the demo account with a role of <c>Roles</c>; it follows no redirect.</summary>
    public async Task<HttpClient> SignInAsync(string role)
    {
        var account = AccountsSeed.Demo.Single(a => a.Role == role);
        return await SignInAsync(account.Email, account.Password);
    }

    /// <summary>A console client signed in with an address and a password.</summary>
    public async Task<HttpClient> SignInAsync(string email, string password)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
        {
            BaseAddress = ConsoleUrl,
        };
        using var answer = await client.PostFormAsync(
            "account/login", "sign-in", new() { ["Input.Email"] = email, ["Input.Password"] = password });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await StopAsync();
        Directory.Delete(DataDirectory, recursive: true);
    }

    /// <summary>Adds or replaces services before the program is built.</summary>
    protected virtual void Configure(WebApplicationBuilder builder)
    {
    }

    private async Task StartAsync()
    {
        _app = ReunionHost.Create([.. ReunionArguments.FreePorts, ReunionArguments.PartnersHere, $"--Reunion:DataDirectory={DataDirectory}", .. Arguments], builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(2));
            Configure(builder);
        });
        await _app.StartAsync(TestContext.Current.CancellationToken);
    }

    private async Task StopAsync()
    {
        if (_app is null)
            return;
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        _app = null;
    }
}
