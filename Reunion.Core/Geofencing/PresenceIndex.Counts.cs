using Reunion.Core.Common;

namespace Reunion.Core.Geofencing;

public sealed partial class PresenceIndex
{
    /// <summary>How many phones of each partner are inside each of some geofences now.</summary>
    /// <param name="fences">The geofences.</param>
    /// <param name="notToldOf">Count only phones that have not been sent this alert; null for all.</param>
    /// <returns>For every partner that has ever reported, one number for each geofence in the order given.</returns>
    /// <remarks>One pass over all phones for each 64 geofences, shared by the cores; writes go on meanwhile.</remarks>
    public IReadOnlyDictionary<PartnerId, long[]> Count(IReadOnlyList<Geofence> fences, AlertId? notToldOf = null)
    {
        ArgumentNullException.ThrowIfNull(fences);
        using var use = _guard.Enter();
        PartnerTable[] tables = [.. _tables.Values];
        var counts = tables.ToDictionary(table => table.Partner, _ => new long[fences.Count]);
        var first = 0;
        foreach (var group in fences.Chunk(TileMap.MaxFences))
        {
            Count(tables, FencePlan.Of(group), notToldOf, first, counts);
            first += group.Length;
        }
        return counts;
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
        using var use = _guard.Enter();
        PartnerTable[] tables = [.. _tables.Values];
        var fresh = Fresh();
        var parts = _sweeper.Run(tables, () => new DensityMap(cellDegrees), (map, _, segment) => map.Add(segment, fresh));
        return DensityMap.Cells(parts, minimumPhones);
    }

    /// <summary>The pages of position words of all partners, for measuring against; they must not grow meanwhile.</summary>
    internal unsafe nint[] WordPages()
    {
        using var use = _guard.Enter();
        var pages = new List<nint>();
        foreach (var table in _tables.Values)
        {
            table.Segments.ForEach(segment =>
            {
                foreach (var block in segment.Blocks)
                    pages.Add((nint)block.Words);
            });
        }
        return [.. pages];
    }

    /// <summary>Counts like any other, and tells how many milliseconds each segment took with the wait for it, for measuring with one worker.</summary>
    internal void CountStepwise(PartnerId partner, Geofence fence, Action<double> step)
    {
        using var use = _guard.Enter();
        var (fresh, counter) = (Fresh(), FencePlan.Of([fence]).NewCounter(1));
        var start = _clock.GetTimestamp();
        _sweeper.Run([TableOf(partner)], () => 0, (_, _, segment) =>
        {
            counter.Count(0, segment, fresh, null);
            step(_clock.GetElapsedTime(start).TotalMilliseconds);
            start = _clock.GetTimestamp();
        });
    }

    private void Count(PartnerTable[] tables, FencePlan plan, AlertId? notToldOf, int first, Dictionary<PartnerId, long[]> counts)
    {
        var fresh = Fresh();
        var plane = notToldOf is { } alert ? _planes.Find(alert) : null;
        var workers = _sweeper.Run(tables, () => plan.NewCounter(tables.Length), (counter, table, segment) =>
            counter.Count(table, segment, fresh, plane is null ? null : segment.Marks.Find(plane)));
        for (var table = 0; table < tables.Length; table++)
        {
            foreach (var worker in workers)
                worker.AddTo(table, counts[tables[table].Partner].AsSpan(first, plan.Fences));
        }
    }
}
