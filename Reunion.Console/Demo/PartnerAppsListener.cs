using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace Reunion.Console.Demo;

/// <summary>The simulated apps' own web server, on loopback and apart from the program's three surfaces.</summary>
internal sealed class PartnerAppsListener : IAsyncDisposable
{
    private const long MaxBodyBytes = 4 * 1024 * 1024;

    private readonly WebApplication _server;
    private volatile IReadOnlyDictionary<string, PartnerApp> _apps = new Dictionary<string, PartnerApp>();

    private PartnerAppsListener(int port)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(o =>
        {
            o.Limits.MaxRequestBodySize = MaxBodyBytes;
            o.Listen(IPAddress.Loopback, port);
        });
        _server = builder.Build();
        _server.Run(AnswerAsync);
        Port = port;
    }

    public int Port { get; }

    /// <summary>Listens on the port used before, or on a free one when that is taken or none was.</summary>
    public static async Task<PartnerAppsListener> StartAsync(int knownPort, CancellationToken cancel)
    {
        foreach (var port in new[] { knownPort, FreePort() })
        {
            if (port == 0)
                continue;
            var listener = new PartnerAppsListener(port);
            try
            {
                await listener._server.StartAsync(cancel);
                return listener;
            }
            catch (IOException failure) when (port == knownPort && failure.InnerException is AddressInUseException)
            {
                await listener.DisposeAsync();
            }
        }

        throw new IOException("No loopback port is free for the simulated partner apps.");
    }

    /// <summary>From now on their webhooks are taken; before, they are answered 503.</summary>
    public void Serve(IEnumerable<PartnerApp> apps) => _apps = apps.ToDictionary(a => a.Slug);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var slug = context.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "";
        var apps = _apps;
        context.Response.StatusCode = apps.Count == 0 ? StatusCodes.Status503ServiceUnavailable
            : apps.TryGetValue(slug, out var app) && HttpMethods.IsPost(context.Request.Method)
                ? await app.TakeAsync(context.Request, context.RequestAborted)
                : StatusCodes.Status404NotFound;
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
