using System.Runtime.CompilerServices;

namespace Reunion.Core.Geofencing;

/// <summary>Counts what discs around one point hold, with a sieve. For processors with AVX-512; not thread-safe.</summary>
/// <param name="sieve">The discs.</param>
/// <param name="places">For each disc, the smallest first, its place among the counts.</param>
/// <param name="tables">How many tables there are.</param>
internal sealed unsafe class SieveFenceCounter(DiscSieve sieve, int[] places, int tables) : FenceCounter(tables, places.Length)
{
    private readonly float[] _measure = SieveLanes.Flatten(sieve.Measure);

    [SkipLocalsInit]
    private protected override void Count(Segment segment, Freshness fresh, ulong[] told, long[] counts)
    {
        var memory = stackalloc byte[SieveTally.Bytes];
        var tally = SieveTally.In(memory);
        new Span<long>(tally.Held, places.Length).Clear();
        fixed (float* measure = _measure)
        {
            fixed (ulong* marks = told)
            {
                for (var i = 0; i < segment.Blocks.Length; i++)
                {
                    ref readonly var block = ref segment.Blocks[i];
                    var next = segment.Blocks[Math.Min(i + 1, segment.Blocks.Length - 1)].Words;
                    SieveScan.Count(block, next, (ushort*)(marks + i * (SlotBlock.Capacity / 64)), sieve, measure, fresh, ref tally);
                    tally.LookUp(block, sieve);
                }
            }
        }
        long held = 0;
        for (var disc = 0; disc < places.Length; disc++)
        {
            // What a smaller disc holds is in the larger ones too.
            held += tally.Held[disc];
            counts[places[disc]] += held;
        }
    }
}
