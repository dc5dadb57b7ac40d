using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Reunion.Bench.Geofencing;

/// <summary>The yardstick: all cores read the same words once, where they lie, vectorised, and do nothing else.</summary>
internal static unsafe class PlainRead
{
    private const int WordsPerPage = 4096;

    public static ulong Run(nint[] pages)
    {
        var workers = Environment.ProcessorCount;
        var sums = new ulong[workers];
        Parallel.For(0, workers, worker =>
        {
            var share = (pages.Length + workers - 1) / workers;
            for (var page = worker * share; page < Math.Min(pages.Length, (worker + 1) * share); page++)
                sums[worker] ^= Sum((ulong*)pages[page]);
        });
        return sums.Aggregate((a, b) => a ^ b);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ulong Sum(ulong* from)
    {
        Vector512<ulong> a = default, b = default, c = default, d = default;
        for (var i = 0; i < WordsPerPage; i += 32)
        {
            a ^= Vector512.Load(from + i);
            b ^= Vector512.Load(from + i + 8);
            c ^= Vector512.Load(from + i + 16);
            d ^= Vector512.Load(from + i + 24);
        }
        return Vector512.Sum(a ^ b ^ c ^ d);
    }
}
