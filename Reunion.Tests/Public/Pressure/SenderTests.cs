using System.Net;
using Microsoft.AspNetCore.Http;
using Reunion.Console.Api.Public.Pressure;

namespace Reunion.Tests.Public.Pressure;

/// <summary>Who counts as one sender.</summary>
public sealed class SenderTests
{
    [Theory]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("203.0.113.7", "203.0.113.8", false)]
    public void A_sender_is_an_address_or_a_subscribers_network(string one, string other, bool areSame) =>
        Assert.Equal(areSame, SenderAt(one) == SenderAt(other));

    private static string SenderAt(string address)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(address);
        return PublicRates.AddressOf(context);
    }
}
