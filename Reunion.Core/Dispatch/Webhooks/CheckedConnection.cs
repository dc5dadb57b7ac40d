using System.Net;
using System.Net.Sockets;

namespace Reunion.Core.Dispatch.Webhooks;

/// <summary>Connects to addresses that were checked after name resolution, so that a name cannot lead elsewhere in between.</summary>
internal static class CheckedConnection
{
    /// <summary>Connects to the first allowed address that answers.</summary>
    /// <exception cref="AddressNotAllowedException">The name leads to no allowed address.</exception>
    public static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, bool publicOnly, CancellationToken cancel)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancel);
        var allowed = publicOnly ? [.. addresses.Where(AddressRules.IsPublic)] : addresses;
        if (allowed.Length == 0)
            throw new AddressNotAllowedException();

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
