using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Reunion.Core.Geofencing;

/// <summary>Goes over the position words of a block with a sieve. For processors with AVX-512.</summary>
internal static unsafe class SieveScan
{
    /// <summary>So many words ahead memory is asked: waiting for it would take longer than the arithmetic.</summary>
    private const int Lead = 256;

    /// <summary>Sorts the slots of a block by the smallest disc that holds them.</summary>
    /// <param name="block">The block.</param>
    /// <param name="nextWords">The words of the block that comes next.</param>
    /// <param name="wanted">The block's ids, when those of what is found will be read; or null.</param>
    /// <param name="told">Slots to leave out, as a bitmap of the block.</param>
    /// <param name="sieve">The discs.</param>
    /// <param name="measure">Their measure, flat.</param>
    /// <param name="fresh">What counts as fresh.</param>
    /// <param name="found">Gets what was found, and which slots must be looked up.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Sort(
        in SlotBlock block, ulong* nextWords, ulong* wanted, ushort* told, DiscSieve sieve, float* measure, Freshness fresh,
        ref SieveFindings found)
    {
        var lanes = new SieveLanes(sieve, fresh);
        var discs = sieve.Limits.Length;
        var limits = sieve.Limits;
        var (largestInside, largestOutside) = (Vector512.Create(limits[^1].Inside), Vector512.Create(limits[^1].Outside));
        var words = block.Words;
        int groups = 0, doubtful = 0;
        for (var slot = 0; slot < SlotBlock.Capacity; slot += SieveLanes.Width)
        {
            var ahead = Ahead(words, nextWords, slot);
            Ask(ahead);
            var pending = lanes.Read(words + slot, measure, out var distance) & ~(uint)told[slot / SieveLanes.Width] & Within(distance, largestOutside);
            // Ids of what is found here are read soon; where nothing is, this asks for what is on its way already.
            Ask(wanted is not null && pending != 0 ? wanted + slot : ahead);
            // Written in any case, and kept when there is something: which groups are empty cannot be foreseen.
            found.Groups[groups] = (ushort)(slot / SieveLanes.Width);
            var inside = found.Inside + groups * discs;
            var any = pending != 0 ? 1 : 0;
            var doubt = 0U;
            for (var disc = 0; disc < discs - 1; disc++)
            {
                var isInside = pending & Within(distance, Vector512.Create(limits[disc].Inside));
                var isPerhaps = pending & Within(distance, Vector512.Create(limits[disc].Outside));
                inside[disc] = (ushort)isInside;
                doubt |= isPerhaps & ~isInside;
                pending &= ~(isPerhaps | isInside);
            }
            var isLast = pending & Within(distance, largestInside);
            inside[discs - 1] = (ushort)isLast;
            for (doubt |= pending & ~isLast; doubt != 0; doubt &= doubt - 1)
                found.Doubtful[doubtful++] = (ushort)(groups * SieveLanes.Width + BitOperations.TrailingZeroCount(doubt));
            groups += any;
        }
        (found.GroupCount, found.DoubtfulCount) = (groups, doubtful);
    }

    /// <summary>Counts the slots of a block by the smallest disc that holds them: as <see cref="Sort"/>, but nothing is kept of each.</summary>
    /// <param name="block">The block.</param>
    /// <param name="nextWords">The words of the block that comes next.</param>
    /// <param name="told">Slots to leave out, as a bitmap of the block.</param>
    /// <param name="sieve">The discs.</param>
    /// <param name="measure">Their measure, flat.</param>
    /// <param name="fresh">What counts as fresh.</param>
    /// <param name="tally">What was counted is added to it, and it gets which slots must be looked up.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Count(
        in SlotBlock block, ulong* nextWords, ushort* told, DiscSieve sieve, float* measure, Freshness fresh, ref SieveTally tally)
    {
        var lanes = new SieveLanes(sieve, fresh);
        var limits = sieve.Limits;
        var (largestInside, largestOutside) = (Vector512.Create(limits[^1].Inside), Vector512.Create(limits[^1].Outside));
        var words = block.Words;
        var held = tally.Held;
        var doubtful = 0;
        long heldByLargest = 0;
        for (var slot = 0; slot < SlotBlock.Capacity; slot += SieveLanes.Width)
        {
            Ask(Ahead(words, nextWords, slot));
            var pending = lanes.Read(words + slot, measure, out var distance) & ~(uint)told[slot / SieveLanes.Width] & Within(distance, largestOutside);
            var doubt = 0U;
            for (var disc = 0; disc < limits.Length - 1; disc++)
            {
                var isInside = pending & Within(distance, Vector512.Create(limits[disc].Inside));
                var isPerhaps = pending & Within(distance, Vector512.Create(limits[disc].Outside));
                held[disc] += BitOperations.PopCount(isInside);
                doubt |= isPerhaps & ~isInside;
                pending &= ~(isPerhaps | isInside);
            }
            var isLast = pending & Within(distance, largestInside);
            heldByLargest += BitOperations.PopCount(isLast);
            for (doubt |= pending & ~isLast; doubt != 0; doubt &= doubt - 1)
                tally.Doubtful[doubtful++] = (ushort)(slot + BitOperations.TrailingZeroCount(doubt));
        }
        held[limits.Length - 1] += heldByLargest;
        tally.DoubtfulCount = doubtful;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong* Ahead(ulong* words, ulong* nextWords, int slot) =>
        slot < SlotBlock.Capacity - Lead ? words + slot + Lead : nextWords + (slot + Lead - SlotBlock.Capacity);

    /// <summary>Asks memory for what one group takes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Ask(ulong* group)
    {
        Sse.Prefetch0(group);
        Sse.Prefetch0(group + SieveLanes.Width / 2);
    }

    /// <summary>The lanes as a plain number: the vector units have enough to do.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Within(Vector512<float> distance, Vector512<float> limit) =>
        (uint)Vector512.LessThanOrEqual(distance, limit).ExtractMostSignificantBits();
}
