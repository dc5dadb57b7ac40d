using System.Net;
using System.Net.Sockets;
using Reunion.Tests.Support;

namespace Reunion.Tests.EndToEnd;

public sealed class RestartTests(Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public async Task An_open_map_comes_back_by_itself_after_the_program_was_killed_and_started_again()
    {
        await using var program = new ReunionProcess("--demo", "--phones", "1000", $"--Reunion:Console:Url=http://localhost:{FreePort()}");
        await program.StartAsync(TestContext.Current.CancellationToken);
        var officer = new Person(await browser.OpenAsync("en-US"), program.ConsoleUrl);
        await officer.SignInAsync("officer@reunion.demo");
        await officer.See("map-empty").WaitForAsync();
        var opened = await OpenedAsync(officer);

        await program.KillAsync();
        await program.StartAsync(TestContext.Current.CancellationToken);

        await officer.WaitUntilAsync("the page is opened anew", async () => await OpenedAsync(officer) > opened);
        await officer.See("map-empty").WaitForAsync();
    }

    // While a page is being opened anew there is nothing to ask.
    private static async Task<double> OpenedAsync(Person person)
    {
        try
        {
            return await person.Page.EvaluateAsync<double>("performance.timeOrigin");
        }
        catch (Microsoft.Playwright.PlaywrightException)
        {
            return 0;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
