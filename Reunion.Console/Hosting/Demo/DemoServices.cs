using Reunion.Console.Demo;
using Reunion.Core.Alerts;
using Reunion.Core.Dispatch.Webhooks;
using Reunion.Core.Seeding;

namespace Reunion.Console.Hosting.Demo;

/// <summary>Adds the demo. Its accounts are made when the database is prepared.</summary>
internal static class DemoServices
{
    public static void AddReunionDemo(this WebApplicationBuilder builder, DemoOptions demo)
    {
        builder.Services.AddSingleton(demo);
        if (!demo.Enabled)
            return;
        builder.Services.PostConfigure<AlertClockOptions>(o => o.TimeScale = demo.TimeScale);
        // The demo's partners are on this machine.
        builder.Services.PostConfigure<WebhookOptions>(o => o.AllowLoopback = true);
        builder.Services.AddReunionSeeding();
        builder.Services.AddSingleton<DemoApps>();
        builder.Services.AddHostedService(s => s.GetRequiredService<DemoApps>());
        builder.Services.AddHostedService<DemoRun>();
    }
}
