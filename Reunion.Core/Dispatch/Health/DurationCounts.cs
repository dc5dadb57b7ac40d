using System.Buffers.Binary;

namespace Reunion.Core.Dispatch.Health;

/// <summary>How many attempts took how long, on a scale whose steps are a quarter of a doubling: right to within 19%.</summary>
/// <remarks>
/// As bytes: a little-endian 32-bit count for each step, without the empty ones at the end. The last step holds whatever is longer.
/// Pure and thread-safe.
/// </remarks>
public static class DurationCounts
{
    // 2^(59/4) milliseconds are 27 s; an attempt takes at most 15 s.
    private const int Steps = 60;
    private const double StepsPerDoubling = 4;

    /// <summary>The counts with one more duration.</summary>
    /// <param name="counts">The counts so far; may be empty.</param>
    /// <param name="milliseconds">The duration in milliseconds.</param>
    public static byte[] With(byte[] counts, double milliseconds)
    {
        ArgumentNullException.ThrowIfNull(counts);
        var at = StepOf(milliseconds) * sizeof(int);
        var more = new byte[Math.Max(counts.Length, at + sizeof(int))];
        counts.CopyTo(more, 0);
        var place = more.AsSpan(at);
        BinaryPrimitives.WriteInt32LittleEndian(place, BinaryPrimitives.ReadInt32LittleEndian(place) + 1);
        return more;
    }

    /// <summary>The duration that a share of all stayed within.</summary>
    /// <param name="all">Counts, of several hours.</param>
    /// <param name="share">The share, above 0 and up to 1: 0.5 for the median.</param>
    /// <returns>Milliseconds, the upper end of the step; null when there are no counts.</returns>
    public static double? Within(IEnumerable<byte[]> all, double share)
    {
        ArgumentNullException.ThrowIfNull(all);
        var sums = new long[Steps];
        foreach (var counts in all)
            for (var step = 0; step < counts.Length / sizeof(int); step++)
                sums[step] += BinaryPrimitives.ReadInt32LittleEndian(counts.AsSpan(step * sizeof(int)));
        var left = (long)Math.Ceiling(share * sums.Sum());
        if (left == 0)
            return null;
        var within = 0;
        while ((left -= sums[within]) > 0)
            within++;
        return Math.Pow(2, within / StepsPerDoubling);
    }

    private static int StepOf(double milliseconds) =>
        milliseconds <= 1 ? 0 : Math.Min(Steps - 1, (int)Math.Ceiling(StepsPerDoubling * Math.Log2(milliseconds)));
}
