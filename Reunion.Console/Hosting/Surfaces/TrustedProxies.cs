using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Reunion.Console.Hosting.Startup;

namespace Reunion.Console.Hosting.Surfaces;

/// <summary>
/// Believes a proxy in front about who asks and by which scheme, so that sign-in limits count people and not the proxy, and
/// cookies are kept to https.
/// </summary>
internal static class TrustedProxies
{
    private const string Key = "Reunion:TrustedProxies";

    /// <exception cref="StartException">An address is none.</exception>
    public static void AddTrustedProxies(this WebApplicationBuilder builder)
    {
        var proxies = (builder.Configuration[Key] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Read).ToList();
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            // This machine's own addresses are trusted already.
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            foreach (var proxy in proxies)
                options.KnownProxies.Add(proxy);
        });
    }

    private static IPAddress Read(string text) =>
        IPAddress.TryParse(text, out var address) ? address : throw new StartException(Key, $"\"{text}\" is not an IP address.");
}
