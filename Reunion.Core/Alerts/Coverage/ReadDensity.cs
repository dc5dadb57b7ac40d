using Reunion.Core.Common.Caching;
using Reunion.Core.Common.People;
using Reunion.Core.Geofencing;

namespace Reunion.Core.Alerts.Coverage;

/// <summary>Says where phones are dense, coarsely: there is no way to see a single one.</summary>
/// <param name="presence">Counts phones.</param>
/// <param name="clock">Gives the time.</param>
/// <remarks>Thread-safe. An answer is kept for 30 seconds, so that a hundred open maps sweep as often as one.</remarks>
public sealed class ReadDensity(PresenceIndex presence, TimeProvider clock)
{
    /// <summary>The fewest phones of a cell that is told of.</summary>
    public const int MinimumPhones = 50;

    private readonly BriefCache<double, DensityReport> _kept = new(TimeSpan.FromSeconds(30), clock);

    /// <summary>The sizes of cells that can be asked for, in degrees.</summary>
    public static IReadOnlyList<double> CellSizes { get; } = [0.25, 0.5, 1, 2];

    /// <summary>The dense cells of now, or of up to 30 seconds ago.</summary>
    /// <param name="actor">Needs <see cref="Permission.SeeAlerts"/>.</param>
    /// <param name="cellDegrees">One of <see cref="CellSizes"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">Another size.</exception>
    public Task<DensityReport> ExecuteAsync(Actor actor, double cellDegrees)
    {
        actor.Demand(Permission.SeeAlerts);
        if (!CellSizes.Contains(cellDegrees))
            throw new ArgumentOutOfRangeException(nameof(cellDegrees), cellDegrees, "Cells have a side of 0.25, 0.5, 1 or 2 degrees.");
        return _kept.GetAsync(cellDegrees, () => Task.FromResult(new DensityReport(cellDegrees, presence.Density(cellDegrees, MinimumPhones))));
    }
}
