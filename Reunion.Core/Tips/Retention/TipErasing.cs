using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Reunion.Core.Tips.Retention;

/// <summary>Erases what is due at the start and every six hours.</summary>
/// <param name="erase">Does it.</param>
/// <param name="clock">Paces it.</param>
/// <param name="log">Hears of failures; the next time tries again.</param>
internal sealed class TipErasing(EraseTipData erase, TimeProvider clock, ILogger<TipErasing> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace, clock);
        do
        {
            try
            {
                await erase.ExecuteAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not (OperationCanceledException or OutOfMemoryException))
            {
                log.LogError(failure, "Erasing what is due of tips failed; trying again in {Pace}", Pace);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
