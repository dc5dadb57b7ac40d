using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Reunion.Console.Hosting.Startup;

namespace Reunion.Console.Hosting.Surfaces;

/// <summary>The configured address of a surface and, once the server listens, its real port.</summary>
internal sealed class SurfaceListener
{
    private static readonly Dictionary<Surface, string> Defaults = new()
    {
        [Surface.Console] = "http://localhost:5080",
        [Surface.Partner] = "http://localhost:5081",
        [Surface.Public] = "http://localhost:5082",
    };

    private readonly BindingAddress _address;
    private ListenOptions? _listening;

    private SurfaceListener(Surface surface, BindingAddress address) => (Surface, _address) = (surface, address);

    public Surface Surface { get; }

    public string Key => KeyOf(Surface);

    public int ConfiguredPort => _address.Port;

    public bool IsLoopback => IsLocalhost || (IPAddress.TryParse(Host, out var ip) && IPAddress.IsLoopback(ip));

    /// <summary>Under which a browser on this machine finds the surface.</summary>
    public Uri Address => new UriBuilder(_address.Scheme, IsLocalhost || IsAny ? "localhost" : _address.Host, Port).Uri;

    private int Port => ConfiguredPort != 0 ? ConfiguredPort : _listening?.IPEndPoint?.Port ?? 0;

    private string Host => _address.Host.Trim('[', ']');

    private bool IsLocalhost => string.Equals(Host, "localhost", StringComparison.OrdinalIgnoreCase);

    private bool IsAny => Host is "*" or "+" || (IPAddress.TryParse(Host, out var ip) && (ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any)));

    /// <summary>Reads the address from the configuration.</summary>
    /// <exception cref="StartException">It is no address to listen at.</exception>
    public static SurfaceListener Read(Surface surface, IConfiguration configuration)
    {
        var key = KeyOf(surface);
        var url = configuration[key] is { Length: > 0 } given ? given : Defaults[surface];
        try
        {
            var listener = new SurfaceListener(surface, BindingAddress.Parse(url));
            if (listener._address is { Scheme: "http" or "https", PathBase.Length: 0 } && listener.HasUsableHost)
                return listener;
        }
        catch (FormatException)
        {
            // Told below, like every other wrong form.
        }

        throw new StartException(key, $"\"{url}\" is not an address to listen at, such as {Defaults[surface]}.");
    }

    public void Listen(KestrelServerOptions kestrel)
    {
        if (IsLocalhost && ConfiguredPort != 0)
            kestrel.ListenLocalhost(ConfiguredPort, Mark);
        else if (IsLocalhost)
            kestrel.Listen(IPAddress.Loopback, 0, Mark);
        else if (IPAddress.TryParse(Host, out var ip))
            kestrel.Listen(ip, ConfiguredPort, Mark);
        else
            kestrel.ListenAnyIP(ConfiguredPort, Mark);
    }

    /// <summary>Finds a busy port before the database and the silo are started for nothing.</summary>
    /// <exception cref="StartException">Another program listens there.</exception>
    public void DemandFree()
    {
        var ip = IsLocalhost ? IPAddress.Loopback : IPAddress.TryParse(Host, out var given) ? given : IPAddress.IPv6Any;
        using var probe = new Socket(ip.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            probe.Bind(new IPEndPoint(ip, ConfiguredPort));
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.AddressAlreadyInUse)
        {
            throw new StartException(Key, $"another program is using port {ConfiguredPort}.");
        }
        catch (SocketException e)
        {
            throw new StartException(Key, $"this machine cannot listen there ({e.SocketErrorCode}).");
        }
    }

    private bool HasUsableHost => IsLocalhost || IsAny || IPAddress.TryParse(Host, out _);

    private static string KeyOf(Surface surface) => $"Reunion:{surface}:Url";

    private void Mark(ListenOptions options)
    {
        _listening = options;
        if (_address.Scheme == "https")
            options.UseHttps();
        var feature = new SurfaceFeature(Surface);
        options.Use(next => connection =>
        {
            connection.Features.Set(feature);
            return next(connection);
        });
    }
}
