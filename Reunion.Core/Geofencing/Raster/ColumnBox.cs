namespace Reunion.Core.Geofencing;

/// <summary>The columns that hold all spans of some rasters, cut where the widest stretch without any lies.</summary>
internal static class ColumnBox
{
    private const int Buckets = 2048;
    private const int BucketShift = Grid.ColumnBits - 11;

    /// <returns>The westernmost column and how many there are, going east.</returns>
    public static (int First, int Columns) Around(IReadOnlyList<FenceRaster> rasters)
    {
        // Covered buckets as differences, so that a span costs the same however wide it is.
        var steps = new int[Buckets * 2 + 1];
        foreach (var raster in rasters)
        {
            foreach (var span in raster.Spans)
            {
                if (span.IsWholeRow)
                    return (0, Grid.Columns);
                if (span == RowSpan.Nothing)
                    continue;
                steps[span.First >> BucketShift]++;
                steps[((span.First + span.Columns - 1) >> BucketShift) + 1]--;
            }
        }
        return AfterGap(steps) is var origin and >= 0 ? Narrowed(rasters, origin) : (0, Grid.Columns);
    }

    /// <summary>The column behind the longest run of uncovered buckets, going around; negative when all are covered.</summary>
    private static int AfterGap(int[] steps)
    {
        var covered = new bool[Buckets];
        for (int i = 0, depth = 0; i < Buckets * 2; i++)
        {
            depth += steps[i];
            covered[i % Buckets] |= depth > 0;
        }
        int end = 0, best = 0, run = 0;
        for (var i = 0; i < Buckets * 2; i++)
        {
            run = covered[i % Buckets] ? 0 : Math.Min(run + 1, Buckets);
            if (run > best)
                (best, end) = (run, i + 1);
        }
        return best == 0 ? -1 : (end << BucketShift) & (Grid.Columns - 1);
    }

    private static (int First, int Columns) Narrowed(IReadOnlyList<FenceRaster> rasters, int origin)
    {
        int first = Grid.Columns, end = 0;
        foreach (var raster in rasters)
        {
            foreach (var span in raster.Spans)
            {
                if (span == RowSpan.Nothing)
                    continue;
                var start = (span.First - origin) & (Grid.Columns - 1);
                first = Math.Min(first, start);
                end = Math.Max(end, start + span.Columns);
            }
        }
        return end == 0 ? (0, 1) : ((first + origin) & (Grid.Columns - 1), end - first);
    }
}
