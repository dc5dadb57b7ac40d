using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Reunion.Core.Alerts;
using Reunion.Core.Common;
using Reunion.Core.Geofencing;

namespace Reunion.Core.Dispatch.Rings;

/// <summary>Carries arrivals from the presence index to the clocks of their alerts, in bundles.</summary>
/// <param name="presence">Finds arrivals.</param>
/// <param name="queue">Holds them until they are committed.</param>
/// <param name="grains">Finds the clocks.</param>
/// <param name="clock">Paces the bundles.</param>
/// <param name="log">Hears of a clock that could not be woken.</param>
internal sealed class ArrivalPump(PresenceIndex presence, ArrivalQueue queue, IGrainFactory grains, TimeProvider clock, ILogger<ArrivalPump> log) : BackgroundService
{
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(200);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await presence.Arrivals.WaitToReadAsync(stoppingToken))
        {
            await Task.Delay(Gather, clock, stoppingToken);
            var alerts = new HashSet<AlertId>();
            while (presence.Arrivals.TryRead(out var arrival))
            {
                queue.Add(arrival);
                alerts.Add(arrival.Alert);
            }

            foreach (var alert in alerts)
                await WakeAsync(alert);
        }
    }

    private async Task WakeAsync(AlertId alert)
    {
        try
        {
            await grains.GetGrain<IAlertClock>(alert.ToString()).WakeAsync();
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // The arrivals are queued, and the clock is woken again within seconds: no reason to stop the program.
            log.LogWarning(failure, "The clock of {Alert} could not be woken", alert);
        }
    }
}
