using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Reunion.Core.Geofencing;

namespace Reunion.Core.Dispatch.Rings;

/// <summary>Erases positions older than the retention and those of removed partners, once a minute.</summary>
/// <param name="presence">Holds the positions.</param>
/// <param name="removed">Erases those of removed partners.</param>
/// <param name="clock">Paces the erasing.</param>
/// <param name="log">Hears of failures; the next minute tries again.</param>
internal sealed class StaleForgetting(
    PresenceIndex presence, ForgetRemoved removed, TimeProvider clock, ILogger<StaleForgetting> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            presence.ForgetStale();
            try
            {
                await removed.ExecuteAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not (OperationCanceledException or OutOfMemoryException))
            {
                log.LogError(failure, "Erasing the positions of removed partners failed; trying again in a minute");
            }
        }
    }
}
