using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Reunion.Core.Common.Hosting;

namespace Reunion.Core.Geofencing;

/// <summary>
/// Loads the snapshots before anything else starts, saves them now and then, and once more, whole, when everything else has stopped.
/// </summary>
/// <param name="index">Holds the positions.</param>
/// <param name="shared">Says where data lies.</param>
/// <param name="options">Says how often.</param>
/// <param name="clock">Paces the saving.</param>
/// <param name="log">Hears what was loaded and what failed; only partners' ids and counts.</param>
public sealed class KeepPresence(
    PresenceIndex index, IOptions<ReunionOptions> shared, IOptions<PresenceOptions> options, TimeProvider clock, ILogger<KeepPresence> log)
    : BackgroundService, IHostedLifecycleService
{
    private PresenceSnapshots? _snapshots;

    /// <inheritdoc/>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (options.Value.SnapshotInterval == TimeSpan.Zero)
            return;
        _snapshots = new PresenceSnapshots(index, Path.Combine(shared.Value.DataDirectory, "presence"), clock);
        foreach (var loaded in await Task.Run(_snapshots.Load, cancellationToken))
        {
            if (loaded.Fault is { } fault)
                log.LogWarning("The positions saved for {Partner} were skipped and will be asked for again: {Fault}", loaded.Partner, fault);
            else
                log.LogInformation("Positions of {Phones} phones of {Partner} were loaded", loaded.Phones, loaded.Partner);
        }
    }

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Nobody can report any more: what is saved now is all there is.</summary>
    /// <param name="cancellationToken">Not heeded: what was saved half would have to be sent again.</param>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.Run(() => Save(isComplete: true), CancellationToken.None);

    /// <inheritdoc/>
    public override void Dispose()
    {
        _snapshots?.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (_snapshots is null)
            return;
        using var timer = new PeriodicTimer(options.Value.SnapshotInterval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await Task.Run(() => Save(isComplete: false), CancellationToken.None);
    }

    private void Save(bool isComplete)
    {
        try
        {
            _snapshots?.Save(isComplete);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            log.LogError(failure, "Positions could not be saved; after a restart partners will be asked for them again");
        }
    }
}
