using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Reunion.Core.Dispatch.Webhooks;

namespace Reunion.Tests.Dispatch;

public sealed class CheckedConnectionTests
{
    private static readonly DnsEndPoint Named = new("partner.example", 9);

    [Fact]
    public async Task A_name_that_leads_to_a_private_address_the_second_time_is_refused_the_second_time()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var endpoint = new DnsEndPoint(Named.Host, ((IPEndPoint)listener.LocalEndpoint).Port);
        var asked = 0;
        var connection = new CheckedConnection(
            Options.Create(new WebhookOptions { AllowLoopback = true }),
            (_, _) => Task.FromResult(new[] { IPAddress.Parse(asked++ == 0 ? "127.0.0.1" : "169.254.169.254") }));

        await using (await connection.ConnectAsync(endpoint, isInternal: true, TestContext.Current.CancellationToken))
            Assert.Equal(1, asked);
        await Assert.ThrowsAsync<AddressNotAllowedException>(
            async () => await connection.ConnectAsync(endpoint, isInternal: true, TestContext.Current.CancellationToken));
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task It_connects_to_the_address_that_was_checked_and_skips_what_is_not_allowed()
    {
        using var listener = new TcpListener(IPAddress.Parse("127.0.0.3"), 0);
        listener.Start();
        var endpoint = new DnsEndPoint("127.0.0.1.example", ((IPEndPoint)listener.LocalEndpoint).Port);
        var connection = new CheckedConnection(
            Options.Create(new WebhookOptions { AllowLoopback = true }),
            (_, _) => Task.FromResult(new[] { IPAddress.Parse("169.254.169.254"), IPAddress.Parse("127.0.0.3") }));

        await using var stream = await connection.ConnectAsync(endpoint, isInternal: true, TestContext.Current.CancellationToken);
        using var accepted = await listener.AcceptSocketAsync(TestContext.Current.CancellationToken);

        Assert.Equal(listener.LocalEndpoint, accepted.LocalEndPoint);
    }

    [Theory]
    [InlineData(false, "10.0.0.1")]
    [InlineData(false, "127.0.0.1")]
    [InlineData(true, "127.0.0.1")]
    [InlineData(true, "169.254.169.254")]
    public async Task By_default_no_partner_is_on_this_machine_and_only_an_internal_one_on_a_private_network(bool isInternal, string address)
    {
        var connection = new CheckedConnection(
            Options.Create(new WebhookOptions()), (_, _) => Task.FromResult(new[] { IPAddress.Parse(address) }));

        await Assert.ThrowsAsync<AddressNotAllowedException>(
            async () => await connection.ConnectAsync(Named, isInternal, TestContext.Current.CancellationToken));
    }
}
