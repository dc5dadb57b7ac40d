using Reunion.Core.Alerts.Publishing;
using Reunion.Core.Dispatch.Receipts;
using Reunion.Core.Live;
using Reunion.Core.Tips;

namespace Reunion.Console.Live;

/// <summary>Registers what open screens share.</summary>
internal static class LiveScreensServices
{
    public static void AddReunionLiveScreens(this WebApplicationBuilder builder) =>
        builder.Services.AddSingleton<ReviewDesk>().AddSingleton(services => new LiveMapState(
            new MapReader(
                services.GetRequiredService<ReadAlerts>(), services.GetRequiredService<ReadProgress>(), services.GetRequiredService<ReadTips>()),
            services.GetRequiredService<LiveFeed>(), services.GetRequiredService<TimeProvider>()));
}
