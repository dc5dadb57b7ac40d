using System.Net;
using System.Net.Sockets;

namespace Reunion.Console.Hosting.Silo;

/// <summary>Runs the Orleans silo inside the same process.</summary>
internal static class SiloServices
{
    /// <summary>A cluster of one on free ports, so that several copies run side by side on one machine.</summary>
    public static void AddReunionSilo(this WebApplicationBuilder builder) => builder.Host.UseOrleans(silo =>
    {
        var (siloPort, gatewayPort) = FreePorts();
        var id = $"reunion-{Guid.NewGuid():N}";
        silo.UseLocalhostClustering(siloPort, gatewayPort, serviceId: id, clusterId: id);
    });

    // Both are held open until both are known, or they might be the same.
    private static (int Silo, int Gateway) FreePorts()
    {
        using var first = new TcpListener(IPAddress.Loopback, 0);
        using var second = new TcpListener(IPAddress.Loopback, 0);
        first.Start();
        second.Start();
        return (((IPEndPoint)first.LocalEndpoint).Port, ((IPEndPoint)second.LocalEndpoint).Port);
    }
}
