using System.Net;
using System.Net.Sockets;
using Reunion.Tests.Support;

namespace Reunion.Tests.Hosting;

public sealed class StartProblemTests
{
    [Theory]
    [InlineData("--Reunion:Console:Url=ftp://localhost:1", "Reunion:Console:Url")]
    [InlineData("--Reunion:Partner:Url=nonsense", "Reunion:Partner:Url")]
    [InlineData("--Reunion:Public:Url=http://example.org:99", "Reunion:Public:Url")]
    [InlineData("--Reunion:Storage:Provider=Oracle", "Reunion:Storage:Provider")]
    [InlineData("--Reunion:Storage:Provider=Postgres", "ConnectionStrings:Reunion")]
    [InlineData("--Reunion:DataDirectory=/proc/nowhere", "Reunion:DataDirectory")]
    [InlineData("--Reunion:TrustedProxies=proxy.internal", "Reunion:TrustedProxies")]
    [InlineData("--Reunion:Alerts:Night:Start=late", "Reunion:Alerts:Night:Start")]
    [InlineData("--Reunion:Alerts:Night:FromRadiusMetres=-1", "Reunion:Alerts:Night:FromRadiusMetres")]
    [InlineData("--phones=many", "--phones")]
    [InlineData("--time-scale=0", "--time-scale")]
    public async Task A_wrong_value_stops_the_start_with_a_line_that_names_the_key(string argument, string key)
    {
        var problem = await StartAsync(argument);
        Assert.Contains(key, problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_busy_port_stops_the_start_and_names_the_key()
    {
        using var busy = new TcpListener(IPAddress.Loopback, 0);
        busy.Start();
        var port = ((IPEndPoint)busy.LocalEndpoint).Port;
        Assert.Contains("Reunion:Public:Url", await StartAsync($"--Reunion:Public:Url=http://localhost:{port}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_demo_refuses_to_be_reached_from_other_machines()
    {
        await using var process = new ReunionProcess("--demo", "--Reunion:Console:Url=http://0.0.0.0:0");
        var e = await Assert.ThrowsAsync<InvalidOperationException>(() => process.StartAsync(TestContext.Current.CancellationToken));
        Assert.Contains("Reunion:Console:Url", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_directory_that_is_in_use_stops_a_second_start()
    {
        await using var first = new ReunionProcess();
        await first.StartAsync(TestContext.Current.CancellationToken);
        var problem = await StartAsync($"--Reunion:DataDirectory={first.DataDirectory}");
        Assert.Contains("Reunion:DataDirectory", problem, StringComparison.Ordinal);
        Assert.Contains("another Reunion", problem, StringComparison.Ordinal);
    }

    private static async Task<string> StartAsync(string argument)
    {
        await using var process = new ReunionProcess(argument);
        var e = await Assert.ThrowsAsync<InvalidOperationException>(() => process.StartAsync(TestContext.Current.CancellationToken));
        Assert.DoesNotContain("   at ", e.Message, StringComparison.Ordinal);
        return e.Message;
    }
}
