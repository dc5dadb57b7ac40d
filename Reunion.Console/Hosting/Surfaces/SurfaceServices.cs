using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Reunion.Console.Hosting.Demo;
using Reunion.Console.Hosting.Startup;
using Reunion.Core.Common.Hosting;

namespace Reunion.Console.Hosting.Surfaces;

/// <summary>Opens the three listeners.</summary>
internal static class SurfaceServices
{
    public static void AddReunionSurfaces(this WebApplicationBuilder builder, DemoOptions demo)
    {
        SurfaceListener[] listeners = [.. Enum.GetValues<Surface>().Select(s => SurfaceListener.Read(s, builder.Configuration))];
        DemandSeparate(listeners);
        if (demo.Enabled && listeners.FirstOrDefault(l => !l.IsLoopback) is { } open)
            throw new StartException(open.Key, "the demo's passwords are public, so it listens on this machine only (localhost).");

        foreach (var listener in listeners.Where(l => l.ConfiguredPort != 0))
            listener.DemandFree();

        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            foreach (var listener in listeners)
                listener.Listen(kestrel);
        });
        foreach (var listener in listeners)
            builder.Services.AddSingleton(listener);
        builder.Services.AddSingleton(s => new SurfaceAddresses(listeners, s.GetRequiredService<IOptions<ReunionOptions>>()));
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, SurfaceMatcherPolicy>());
    }

    private static void DemandSeparate(SurfaceListener[] listeners)
    {
        foreach (var listener in listeners.Where(l => l.ConfiguredPort != 0))
            if (listeners.FirstOrDefault(l => l.Surface < listener.Surface && l.ConfiguredPort == listener.ConfiguredPort) is { } other)
                throw new StartException(listener.Key, $"port {listener.ConfiguredPort} is {other.Key}'s already.");
    }
}
