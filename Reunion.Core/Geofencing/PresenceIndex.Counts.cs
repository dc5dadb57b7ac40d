using Reunion.Core.Common;

namespace Reunion.Core.Geofencing;

public sealed partial class PresenceIndex
{
    /// <summary>How many phones of each partner are inside each of some geofences now.</summary>
    /// <param name="fences">The geofences.</param>
    /// <param name="notToldOf">Count only phones that have not been sent this alert; null for all.</param>
    /// <returns>For every partner that has ever reported, one number for each geofence in the order given.</returns>
    /// <remarks>One pass over all phones, shared by the cores; writes go on meanwhile.</remarks>
    public unsafe IReadOnlyDictionary<PartnerId, long[]> Count(IReadOnlyList<Geofence> fences, AlertId? notToldOf = null)
    {
        ArgumentNullException.ThrowIfNull(fences);
        FenceRaster[] rasters = [.. fences.Select(Rasterizer.Of)];
        PartnerTable[] tables = [.. _tables.Values];
        var fresh = Fresh();
        var plane = notToldOf is { } alert ? _planes.Find(alert) : null;
        var parts = _sweeper.Run(tables, () => new long[tables.Length, rasters.Length], (counts, table, segment) =>
        {
            for (var i = 0; i < rasters.Length; i++)
            {
                var visitor = new CountVisitor(plane is null ? null : segment.Slots.Marks.Find(plane));
                FenceScan.Run(segment.Slots.Words, segment.Slots.Capacity, rasters[i], fresh, ref visitor);
                counts[table, i] += visitor.Count;
            }
        });
        return Enumerable.Range(0, tables.Length).ToDictionary(
            table => tables[table].Partner,
            table => Enumerable.Range(0, rasters.Length).Select(i => parts.Sum(part => part[table, i])).ToArray());
    }

    /// <summary>Where phones of all partners are dense, on a coarse grid; cells with few phones are left out so that none is singled out.</summary>
    /// <param name="cellDegrees">The cells' side in degrees, 0.25 to 90.</param>
    /// <param name="minimumPhones">The fewest phones of a cell that is told, 50 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The cells are too small or too large, or the minimum is too low.</exception>
    public IReadOnlyList<DensityCell> Density(double cellDegrees, int minimumPhones)
    {
        if (cellDegrees is not (>= 0.25 and <= 90))
            throw new ArgumentOutOfRangeException(nameof(cellDegrees), cellDegrees, "A density cell has a side of 0.25 to 90 degrees.");
        ArgumentOutOfRangeException.ThrowIfLessThan(minimumPhones, 50);
        PartnerTable[] tables = [.. _tables.Values];
        var fresh = Fresh();
        var parts = _sweeper.Run(tables, () => new DensityMap(cellDegrees), (map, _, segment) => map.Add(segment.Slots.WordSpan, fresh));
        return DensityMap.Cells(parts, minimumPhones);
    }
}
