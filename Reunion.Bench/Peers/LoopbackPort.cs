using System.Net;
using System.Net.Sockets;

namespace Reunion.Bench.Peers;

/// <summary>Ports for servers that cannot choose one themselves.</summary>
internal static class LoopbackPort
{
    public static int Free()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
