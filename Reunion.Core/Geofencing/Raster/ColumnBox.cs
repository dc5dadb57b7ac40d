namespace Reunion.Core.Geofencing;

/// <summary>The narrowest run of columns, to a 2,048th of the earth, that holds all spans of a raster.</summary>
internal static class ColumnBox
{
    private const int Buckets = 2048;
    private const int BucketShift = Grid.ColumnBits - 11;

    public static RowSpan Around(ReadOnlySpan<RowSpan> spans)
    {
        // Covered buckets as differences, so that a span costs the same however wide it is.
        var steps = new int[Buckets * 2 + 1];
        foreach (var span in spans)
        {
            if (span.Reach == ulong.MaxValue)
                return span;
            if (span == RowSpan.Nothing)
                continue;
            steps[span.FirstColumn >> BucketShift]++;
            steps[((span.FirstColumn + span.Columns - 1) >> BucketShift) + 1]--;
        }
        var covered = new bool[Buckets];
        for (int i = 0, depth = 0; i < Buckets * 2; i++)
        {
            depth += steps[i];
            covered[i % Buckets] |= depth > 0;
        }
        return Widest(covered);
    }

    /// <summary>All but the longest run of uncovered buckets, going around.</summary>
    private static RowSpan Widest(bool[] covered)
    {
        int bestStart = 0, best = 0, run = 0;
        for (var i = 0; i < Buckets * 2; i++)
        {
            run = covered[i % Buckets] ? 0 : Math.Min(run + 1, Buckets);
            if (run > best)
                (best, bestStart) = (run, i - run + 1);
        }
        return best == 0
            ? RowSpan.Of(0, Grid.Columns)
            : RowSpan.Of((long)(bestStart + best) << BucketShift, Math.Max(1, (long)(Buckets - best) << BucketShift));
    }
}
