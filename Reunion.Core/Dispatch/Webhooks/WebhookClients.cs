using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Reunion.Core.Dispatch.Webhooks;

/// <summary>Registers the HTTP clients that webhooks go through.</summary>
internal static class WebhookClients
{
    public static IServiceCollection AddWebhookClients(this IServiceCollection services)
    {
        services.AddOptions<WebhookOptions>().BindConfiguration(WebhookOptions.Section);
        services.AddSingleton(s => new CheckedConnection(s.GetRequiredService<IOptions<WebhookOptions>>(), Dns.GetHostAddressesAsync));
        services.AddHttpClient(ExchangeSender.PublicClient, Configure).ConfigurePrimaryHttpMessageHandler(s => Handler(s, isInternal: false));
        services.AddHttpClient(ExchangeSender.InternalClient, Configure).ConfigurePrimaryHttpMessageHandler(s => Handler(s, isInternal: true));
        return services;
    }

    private static void Configure(HttpClient client)
    {
        // The sender times the whole exchange itself, by the program's clock.
        client.Timeout = System.Threading.Timeout.InfiniteTimeSpan;
        client.DefaultRequestHeaders.UserAgent.ParseAdd("Reunion/1.0");
    }

    private static SocketsHttpHandler Handler(IServiceProvider services, bool isInternal) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.None,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        MaxConnectionsPerServer = 16,
        // The sender reads as much of an answer as it may; the rest goes with the connection.
        MaxResponseDrainSize = 0,
        ConnectCallback = (context, cancel) => services.GetRequiredService<CheckedConnection>().ConnectAsync(context.DnsEndPoint, isInternal, cancel),
    };
}
