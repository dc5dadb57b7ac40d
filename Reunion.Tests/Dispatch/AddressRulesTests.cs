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
    public void Everything_else_may_not(string address) => Assert.False(AddressRules.IsPublic(IPAddress.Parse(address)));

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
