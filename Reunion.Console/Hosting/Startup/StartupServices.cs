using Reunion.Console.Hosting.Accounts;
using Reunion.Core.Geofencing;

namespace Reunion.Console.Hosting.Startup;

/// <summary>Orders the start: database, then silo, then listeners, then the words on the terminal.</summary>
internal static class StartupServices
{
    public static void AddReunionStartup(this WebApplicationBuilder builder)
    {
        DataDirectory.Demand(builder.Configuration);
        var gate = new StartLogGate();
        builder.Logging.AddFilter(StartLogGate.Category, level => level >= LogLevel.Warning && gate.IsOpen);
        builder.Services.AddSingleton(gate);
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(10));
        builder.Services.AddSingleton<SetupToken>();
        builder.Services.AddSingleton<DataDirectoryLock>();
        builder.Services.AddSingleton<UploadDirectory>();
        builder.Services.AddHostedService<PrepareDatabase>();
        builder.Services.AddHostedService<KeepPresence>();
        builder.Services.AddHostedService<AnnounceStart>();
    }
}
