using Microsoft.Extensions.Hosting;
using Reunion.Core.Geofencing;

namespace Reunion.Core.Dispatch.Rings;

/// <summary>Erases positions older than the retention, once a minute.</summary>
/// <param name="presence">Holds the positions.</param>
/// <param name="clock">Paces the erasing.</param>
internal sealed class StaleForgetting(PresenceIndex presence, TimeProvider clock) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            presence.ForgetStale();
    }
}
