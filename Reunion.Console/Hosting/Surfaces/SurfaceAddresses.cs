using Microsoft.Extensions.Options;
using Reunion.Core.Common.Hosting;

namespace Reunion.Console.Hosting.Surfaces;

/// <summary>Where the three surfaces are reached, for links. Complete once the server listens.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class SurfaceAddresses
{
    private readonly IReadOnlyDictionary<Surface, SurfaceListener> _listeners;
    private readonly IOptions<ReunionOptions> _options;

    internal SurfaceAddresses(IEnumerable<SurfaceListener> listeners, IOptions<ReunionOptions> options) =>
        (_listeners, _options) = (listeners.ToDictionary(l => l.Surface), options);

    /// <summary>The console's base address, with a slash at the end.</summary>
    public Uri Console => _listeners[Surface.Console].Address;

    /// <summary>The partner API's base address, with a slash at the end.</summary>
    public Uri Partner => _listeners[Surface.Partner].Address;

    /// <summary>The public site's base address as the public reaches it, with a slash at the end.</summary>
    public Uri Public => _options.Value.PublicBaseUrl is { Length: > 0 } configured
        ? new Uri(configured.TrimEnd('/') + "/")
        : _listeners[Surface.Public].Address;

    /// <summary>Whether every surface is reached from this machine only.</summary>
    public bool AreLoopback => _listeners.Values.All(l => l.IsLoopback);
}
