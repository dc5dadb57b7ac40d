using System.Net;
using System.Net.Sockets;

namespace Reunion.Core.Dispatch.Webhooks;

/// <summary>Which addresses a message may go to: the public internet, and private networks for partners marked internal.</summary>
/// <remarks>
/// Thread-safe. An IPv4 address mapped into IPv6 counts as what it is; one that needs a translator or a relay on the way (NAT64,
/// 6to4, Teredo, IPv4-compatible) is refused whatever it carries.
/// </remarks>
public static class AddressRules
{
    private static readonly IPNetwork[] NotPublic = Networks(
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
        "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    // Of IPv6 only this part was ever given out as public; what is not yet thought of is outside it.
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] Private = Networks("10.0.0.0/8", "100.64.0.0/10", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7");

    private static readonly IPNetwork[] Loopback = Networks("127.0.0.0/8", "::1/128");

    // These lie inside private ranges, but hand a machine's credentials to whoever asks.
    private static readonly IPAddress[] Metadata = [IPAddress.Parse("fd00:ec2::254"), IPAddress.Parse("100.100.100.200")];

    /// <summary>Whether an address belongs to the public internet (IANA's special-purpose registries say which do not).</summary>
    /// <param name="address">Any address.</param>
    public static bool IsPublic(IPAddress address)
    {
        var plain = Plain(address);
        return plain.AddressFamily switch
        {
            AddressFamily.InterNetwork => !IsIn(NotPublic, plain),
            AddressFamily.InterNetworkV6 => GlobalUnicast.Contains(plain) && !IsIn(NotPublic, plain),
            _ => false,
        };
    }

    /// <summary>Whether a message may go to an address.</summary>
    /// <param name="address">Any address.</param>
    /// <param name="isInternal">Whether the partner is marked internal: then private networks are allowed, link-local and metadata never.</param>
    /// <param name="allowLoopback">Whether an internal partner may be on this machine itself.</param>
    public static bool IsAllowed(IPAddress address, bool isInternal, bool allowLoopback)
    {
        if (IsPublic(address))
            return true;
        if (!isInternal)
            return false;
        var plain = Plain(address);
        return (IsIn(Private, plain) && !Metadata.Contains(plain)) || (allowLoopback && IsIn(Loopback, plain));
    }

    private static IPAddress Plain(IPAddress address) =>
        address.IsIPv4MappedToIPv6 ? address.MapToIPv4()
        : address.AddressFamily == AddressFamily.InterNetworkV6 && address.ScopeId != 0 ? new IPAddress(address.GetAddressBytes())
        : address;

    private static bool IsIn(IPNetwork[] networks, IPAddress address) => networks.Any(network => network.Contains(address));

    private static IPNetwork[] Networks(params string[] networks) => [.. networks.Select(IPNetwork.Parse)];
}
