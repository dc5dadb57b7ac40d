using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace Reunion.Core.Dispatch.Webhooks;

/// <summary>Registers the HTTP clients that webhooks go through.</summary>
internal static class WebhookClients
{
    public static IServiceCollection AddWebhookClients(this IServiceCollection services)
    {
        services.AddHttpClient(WebhookSender.PublicClient, Configure).ConfigurePrimaryHttpMessageHandler(() => Handler(publicOnly: true));
        services.AddHttpClient(WebhookSender.InternalClient, Configure).ConfigurePrimaryHttpMessageHandler(() => Handler(publicOnly: false));
        return services;
    }

    private static void Configure(HttpClient client)
    {
        // The sender times the whole exchange itself, by the program's clock.
        client.Timeout = System.Threading.Timeout.InfiniteTimeSpan;
        client.DefaultRequestHeaders.UserAgent.ParseAdd("Reunion/1.0");
    }

    private static SocketsHttpHandler Handler(bool publicOnly) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.None,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        MaxConnectionsPerServer = 16,
        MaxResponseDrainSize = WebhookSender.MaxAnswerBytes,
        ConnectCallback = (context, cancel) => CheckedConnection.ConnectAsync(context, publicOnly, cancel),
    };
}
