using Reunion.Console.Api.Partners;
using Reunion.Console.Api.Tips;
using Reunion.Console.Hosting.Surfaces;
using Reunion.Core.Common.Text;

namespace Reunion.Console.Hubs;

/// <summary>Adds and maps the partners' hub.</summary>
internal static class TipHubs
{
    public static void AddTipHub(this IServiceCollection services)
    {
        services.AddSignalR()
            .AddJsonProtocol(o => ContractJson.Configure(o.PayloadSerializerOptions))
            .AddHubOptions<TipsHub>(o =>
            {
                o.MaximumReceiveMessageSize = TipIntake.MaxJsonBytes;
                o.SupportedProtocols = ["json"];
            });
        services.AddSingleton<TipConnections>();
        services.AddHostedService<TipNews>();
    }

    public static void MapTipHub(this WebApplication app) =>
        app.MapPartnerSurface().MapHub<TipsHub>("/hubs/tips").RequireAuthorization(PartnerAccess.Policy);
}
