using Reunion.Console.Api.Presence;
using Reunion.Console.Api.Tips;
using Reunion.Console.Hosting.Surfaces;
using Reunion.Core.Common.Text;

namespace Reunion.Console.Api.Partners;

/// <summary>The API that partner apps call.</summary>
internal static class PartnerApi
{
    public static void AddPartnerApi(this IServiceCollection services)
    {
        services.AddPartnerAccess();
        services.AddPartnerRate();
        services.AddPartnerDocs();
        services.ConfigureHttpJsonOptions(o => ContractJson.Configure(o.SerializerOptions));
        services.AddSingleton<PartnerAlerts>();
        services.AddSingleton<TipIntake>();
    }

    public static void MapPartnerApi(this WebApplication app)
    {
        var surface = app.MapPartnerSurface();
        var partner = surface.MapGroup("/partner/v1").RequireAuthorization(PartnerAccess.Policy).RequireRateLimiting(PartnerRate.Policy);
        partner.MapPresence();
        partner.MapAlerts();
        partner.MapReceipts();
        partner.MapTips();
        surface.MapGroup("/partner/v1").RequireAuthorization(PartnerAccess.SuspendedTooPolicy).RequireRateLimiting(PartnerRate.Policy)
            .MapWithdrawal();
        app.MapPartnerDocs();
    }
}
