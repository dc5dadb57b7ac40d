using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Reunion.Core.Geofencing;

/// <summary>Finds the phones of distance bands with a sieve. For processors with AVX-512; not thread-safe.</summary>
internal sealed unsafe class SieveBandFinder(DistanceBands bands, DiscSieve sieve, PagePool pool) : BandFinder(bands, pool)
{
    private const int Half = SieveLanes.Width / 2;

    /// <summary>Groups that are copied before a page is asked for again.</summary>
    private const int Stretch = 64;

    private readonly float[] _measure = SieveLanes.Flatten(sieve.Measure);
    private readonly int _discs = sieve.Rasters.Length;
    private readonly int _inner = bands.HasInner ? 1 : 0;
    private readonly StagedIds _staged = new(bands.Count, Stretch * SieveLanes.Width + Half);

    [SkipLocalsInit]
    public override void Claim(Segment segment, Freshness fresh, ulong[] marks)
    {
        var memory = stackalloc byte[SieveFindings.Bytes];
        var findings = SieveFindings.In((ushort*)memory);
        fixed (float* measure = _measure)
        {
            fixed (ulong* told = marks)
            {
                for (var i = 0; i < segment.Blocks.Length; i++)
                {
                    ref readonly var block = ref segment.Blocks[i];
                    var next = segment.Blocks[Math.Min(i + 1, segment.Blocks.Length - 1)].Words;
                    var toldHere = (ushort*)(told + i * (SlotBlock.Capacity / 64));
                    SieveScan.Sort(block, next, block.Ids, toldHere, sieve, measure, fresh, ref findings);
                    findings.LookUp(block, sieve);
                    for (var first = 0; first < findings.GroupCount; first += Stretch)
                        Collect(block.Ids, findings, first, Math.Min(first + Stretch, findings.GroupCount), toldHere);
                }
            }
        }
    }

    private protected override void Flush()
    {
        for (var band = 0; band < Pages.Length; band++)
            _staged.FlushAll(band, Pages[band]);
        // What went past the caches must be seen before anything that tells others of it.
        Sse.StoreFence();
    }

    /// <summary>Marks slots and copies their ids, eight at a time, to the end of what is staged for their bands.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Collect(ulong* ids, in SieveFindings findings, int first, int end, ushort* told)
    {
        var bits = Vector512.Create(1UL, 2, 4, 8, 16, 32, 64, 128);
        var targets = stackalloc ulong*[DiscSieve.MaxDiscs];
        int discs = _discs, inner = _inner;
        for (var disc = inner; disc < discs; disc++)
            targets[disc] = _staged.EndOf(disc - inner);
        for (var i = first; i < end; i++)
        {
            int group = findings.Groups[i];
            var inside = findings.Inside + i * discs;
            var (low, high) = (Vector512.Load(ids + group * SieveLanes.Width), Vector512.Load(ids + group * SieveLanes.Width + Half));
            uint all = told[group];
            // No band is passed over: which are empty cannot be foreseen, and a wrong guess costs more than a store of nothing.
            for (var disc = inner; disc < discs; disc++)
            {
                uint here = inside[disc];
                all |= here;
                var target = targets[disc];
                var isLow = Vector512.Equals(Vector512.Create((ulong)(here & 0xFF)) & bits, bits);
                Avx512F.Compress(Vector512<ulong>.Zero, isLow, low).Store(target);
                target += BitOperations.PopCount(here & 0xFF);
                var isHigh = Vector512.Equals(Vector512.Create((ulong)(here >> Half)) & bits, bits);
                Avx512F.Compress(Vector512<ulong>.Zero, isHigh, high).Store(target);
                targets[disc] = target + BitOperations.PopCount(here >> Half);
            }
            told[group] = (ushort)all;
        }
        for (var disc = inner; disc < discs; disc++)
            _staged.Flush(disc - inner, targets[disc], Pages[disc - inner]);
    }
}
