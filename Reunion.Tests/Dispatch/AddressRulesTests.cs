using System.Net;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Core.Dispatch.Webhooks;
using Reunion.Core.Partners;

namespace Reunion.Tests.Dispatch;

public sealed class AddressRulesTests
{
    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("101.226.4.6")]
    [InlineData("172.32.0.1")]
    [InlineData("2400:3200::1")]
    [InlineData("::ffff:8.8.8.8")]
    public void The_public_internet_may_be_reached(string address) => Assert.True(AddressRules.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("100.64.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("0.0.0.0")]
    [InlineData("255.255.255.255")]
    [InlineData("224.0.0.1")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("64:ff9b::a9fe:a9fe")]
    [InlineData("2002:7f00:1::")]
    [InlineData("fd00:ec2::254")]
    [InlineData("fe80::1")]
    [InlineData("fe80::1%2")]
    [InlineData("::127.0.0.1")]
    [InlineData("::8.8.8.8")]
    [InlineData("64:ff9b::808:808")]
    [InlineData("fec0::1")]
    [InlineData("3fff::1")]
    [InlineData("2001:db8::1")]
    [InlineData("2001::1")]
    [InlineData("4000::1")]
    [InlineData("ff02::1")]
    public void Everything_else_may_not(string address) => Assert.False(AddressRules.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("10.1.2.3")]
    [InlineData("172.16.0.1")]
    [InlineData("192.168.1.1")]
    [InlineData("::ffff:192.168.1.1")]
    [InlineData("100.64.0.1")]
    [InlineData("fd12:3456::1")]
    [InlineData("8.8.8.8")]
    public void A_partner_marked_internal_may_be_on_a_private_network(string address) =>
        Assert.True(AddressRules.IsAllowed(IPAddress.Parse(address), isInternal: true, allowLoopback: false));

    [Theory]
    [InlineData("169.254.169.254")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("::ffff:0:a9fe:a9fe")]
    [InlineData("fd00:ec2::254")]
    [InlineData("100.100.100.200")]
    [InlineData("fe80::1")]
    [InlineData("fec0::1")]
    [InlineData("224.0.0.1")]
    [InlineData("ff02::1")]
    [InlineData("0.0.0.0")]
    [InlineData("::")]
    [InlineData("::10.0.0.1")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("255.255.255.255")]
    public void Nobody_may_be_where_machines_keep_their_credentials_or_no_partner_can_be(string address) =>
        Assert.False(AddressRules.IsAllowed(IPAddress.Parse(address), isInternal: true, allowLoopback: true));

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.8.8.8")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    public void Only_an_internal_partner_of_a_demo_or_a_test_may_be_on_this_machine(string address)
    {
        var here = IPAddress.Parse(address);
        Assert.True(AddressRules.IsAllowed(here, isInternal: true, allowLoopback: true));
        Assert.False(AddressRules.IsAllowed(here, isInternal: true, allowLoopback: false));
        Assert.False(AddressRules.IsAllowed(here, isInternal: false, allowLoopback: true));
    }

    [Fact]
    public async Task A_name_that_leads_home_is_refused_unless_the_partner_is_internal()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync();
        await using (var db = scene.Db())
        {
            var row = (await db.FindAsync<Partner>([partner], TestContext.Current.CancellationToken))!;
            (row.IsInternal, row.Endpoint) = (false, app.Endpoint.Replace("127.0.0.1", "localhost", StringComparison.Ordinal));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await scene.AdvanceAsync(await scene.IssueAsync());
        await scene.DrainAsync(partner);

        Assert.Empty(app.Requests);
        Assert.Equal("address_not_allowed", Assert.Single(await scene.RowsAsync<DeliveryAttempt>()).Result);
    }
}
