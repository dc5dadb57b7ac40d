using Reunion.Core.Common;

namespace Reunion.Core.Geofencing;

public sealed partial class PresenceIndex
{
    /// <summary>Where one partner's phones are dense, on a coarse grid; as coarse and as reticent as for all partners together.</summary>
    /// <param name="partner">Whose phones are counted.</param>
    /// <param name="cellDegrees">The cells' side in degrees, 0.25 to 90.</param>
    /// <param name="minimumPhones">The fewest phones of a cell that is told, 50 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The cells are too small or too large, or the minimum is too low.</exception>
    public IReadOnlyList<DensityCell> Density(PartnerId partner, double cellDegrees, int minimumPhones)
    {
        if (cellDegrees is not (>= 0.25 and <= 90))
            throw new ArgumentOutOfRangeException(nameof(cellDegrees), cellDegrees, "A density cell has a side of 0.25 to 90 degrees.");
        ArgumentOutOfRangeException.ThrowIfLessThan(minimumPhones, 50);
        using var use = _guard.Enter();
        if (!_tables.TryGetValue(partner, out var table))
            return [];
        var fresh = Fresh();
        var parts = _sweeper.Run([table], () => new DensityMap(cellDegrees), (map, _, segment) => map.Add(segment, fresh));
        return DensityMap.Cells(parts, minimumPhones);
    }
}
