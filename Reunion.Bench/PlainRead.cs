using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Reunion.Bench;

/// <summary>The yardstick: all cores read so many 64-bit words once, vectorised, and do nothing else.</summary>
internal sealed unsafe class PlainRead : IDisposable
{
    private readonly long _words;
    private readonly ulong* _memory;

    public PlainRead(long words)
    {
        _words = words;
        _memory = (ulong*)NativeMemory.AlignedAlloc((nuint)(words * sizeof(ulong)), 64);
        for (long i = 0; i < words; i++)
            _memory[i] = (ulong)i;
    }

    public ulong Run()
    {
        var workers = Environment.ProcessorCount;
        var sums = new ulong[workers];
        var share = _words / workers / 8 * 8;
        Parallel.For(0, workers, worker => sums[worker] = Sum(_memory + worker * share, share));
        return sums.Aggregate((a, b) => a ^ b);
    }

    public void Dispose() => NativeMemory.AlignedFree(_memory);

    private static ulong Sum(ulong* from, long words)
    {
        Vector512<ulong> a = default, b = default, c = default, d = default;
        for (long i = 0; i + 32 <= words; i += 32)
        {
            a ^= Vector512.Load(from + i);
            b ^= Vector512.Load(from + i + 8);
            c ^= Vector512.Load(from + i + 16);
            d ^= Vector512.Load(from + i + 24);
        }
        return Vector512.Sum(a ^ b ^ c ^ d);
    }
}
