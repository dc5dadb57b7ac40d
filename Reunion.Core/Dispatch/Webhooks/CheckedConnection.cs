using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace Reunion.Core.Dispatch.Webhooks;

/// <summary>Connects to addresses that were checked after name resolution, so that a name cannot lead elsewhere in between.</summary>
/// <param name="options">Says whether loopback counts as a private network.</param>
/// <param name="resolve">Turns a host's name, or an address as text, into addresses.</param>
/// <remarks>Thread-safe. Each connection resolves anew and connects to what it just checked, never to the name.</remarks>
internal sealed class CheckedConnection(IOptions<WebhookOptions> options, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    /// <summary>Connects to the first allowed address that answers.</summary>
    /// <exception cref="AddressNotAllowedException">The name leads to no allowed address.</exception>
    public async ValueTask<Stream> ConnectAsync(DnsEndPoint endpoint, bool isInternal, CancellationToken cancel)
    {
        var addresses = await resolve(endpoint.Host, cancel);
        IPAddress[] allowed = [.. addresses.Where(a => AddressRules.IsAllowed(a, isInternal, options.Value.AllowLoopback))];
        if (allowed.Length == 0)
            throw new AddressNotAllowedException();

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, endpoint.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
