using Microsoft.Extensions.Logging;
using Reunion.Core.Common;
using Reunion.Core.Live;

namespace Reunion.Core.Alerts;

/// <summary>After a commit: tells open screens and wakes the alert's clock.</summary>
/// <param name="grains">Finds the clock.</param>
/// <param name="live">Tells open screens.</param>
/// <param name="log">Hears of a clock that could not be woken; it wakes by itself soon.</param>
public sealed class AlertSignal(IGrainFactory grains, LiveFeed live, ILogger<AlertSignal> log)
{
    /// <summary>Tells that an alert changed.</summary>
    /// <param name="alert">The alert.</param>
    public async Task ChangedAsync(AlertId alert)
    {
        live.Publish(new AlertChanged(alert));
        try
        {
            await grains.GetGrain<IAlertClock>(alert.ToString()).WakeAsync();
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // The change is committed and the clock is woken again within seconds: no reason to fail the caller.
            log.LogWarning(failure, "The clock of {Alert} could not be woken", alert);
        }
    }
}
