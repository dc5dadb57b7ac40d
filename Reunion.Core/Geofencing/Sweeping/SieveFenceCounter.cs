using System.Numerics;
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
        var memory = stackalloc byte[SieveFindings.Bytes];
        var findings = SieveFindings.In((ushort*)memory);
        fixed (float* measure = _measure)
        {
            fixed (ulong* marks = told)
            {
                for (var i = 0; i < segment.Blocks.Length; i++)
                {
                    ref readonly var block = ref segment.Blocks[i];
                    var next = segment.Blocks[Math.Min(i + 1, segment.Blocks.Length - 1)].Words;
                    SieveScan.Sort(block, next, null, (ushort*)(marks + i * (SlotBlock.Capacity / 64)), sieve, measure, fresh, ref findings);
                    findings.LookUp(block, sieve);
                    Add(findings, counts);
                }
            }
        }
    }

    private void Add(in SieveFindings findings, long[] counts)
    {
        var discs = places.Length;
        for (var group = 0; group < findings.GroupCount; group++)
        {
            long held = 0;
            for (var disc = 0; disc < discs; disc++)
            {
                // What a smaller disc holds is in the larger ones too.
                held += BitOperations.PopCount((uint)findings.Inside[group * discs + disc]);
                counts[places[disc]] += held;
            }
        }
    }
}
