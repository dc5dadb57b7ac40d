using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Reunion.Core.Geofencing;

/// <summary>Finds the fresh positions of a block of words that lie in a raster.</summary>
/// <remarks>
/// Eight words at a time are tested against the raster's bounding box. Those left are looked up in their rows: eight at once by
/// gathering the spans where the raster has one in a row and the processor can, else one by one.
/// </remarks>
internal static unsafe class FenceScan
{
    private const int Width = 8;

    public static void Run<TVisitor>(ulong* words, int count, FenceRaster raster, Freshness fresh, ref TVisitor visitor)
        where TVisitor : struct, IHitVisitor
    {
        var slot = 0;
        var rowBase = Vector512.Create(raster.RowBase);
        var rowReach = Vector512.Create(raster.RowReach);
        var columnBase = Vector512.Create(raster.ColumnBox.First);
        var columnReach = Vector512.Create(raster.ColumnBox.Reach);
        var latest = Vector512.Create(fresh.Latest);
        var timeReach = Vector512.Create(fresh.Reach);
        var known = Vector512.Create(PackedPosition.Known);
        var isGathering = Avx2.IsSupported && raster.SingleSpans.Length > 0;
        var spans = (ulong*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(raster.SingleSpans));
        for (; slot + Width <= count; slot += Width)
        {
            var word = Vector512.Load(words + slot);
            var row = word - rowBase;
            var column = word << Grid.RowBits;
            var isIn = Vector512.LessThanOrEqual(row, rowReach)
                & Vector512.LessThanOrEqual(column - columnBase, columnReach);
            if (isIn == Vector512<ulong>.Zero)
                continue;
            isIn &= Vector512.LessThanOrEqual(latest - (word << Freshness.TimeShift), timeReach);
            isIn &= Vector512.Equals(word & known, known);
            if (!isGathering)
            {
                Visit(slot, Contained(words + slot, isIn.ExtractMostSignificantBits(), raster), ref visitor);
                continue;
            }
            // Words outside the box look at the first row; what they find there does not count.
            var index = ((row & isIn) >> PackedPosition.RowShift) << 1;
            isIn &= Vector512.LessThanOrEqual(column - Gather(spans, index), Gather(spans + 1, index));
            Visit(slot, isIn.ExtractMostSignificantBits(), ref visitor);
        }
        var last = 0UL;
        for (var i = slot; i < count; i++)
            last |= fresh.IsFresh(words[i]) && raster.Contains(words[i]) ? 1UL << (i - slot) : 0;
        Visit(slot, last, ref visitor);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Visit<TVisitor>(int slot, ulong hits, ref TVisitor visitor)
        where TVisitor : struct, IHitVisitor
    {
        if (hits != 0)
            visitor.Visit(slot, hits);
    }

    private static ulong Contained(ulong* words, ulong candidates, FenceRaster raster)
    {
        var hits = 0UL;
        for (; candidates != 0; candidates &= candidates - 1)
        {
            var bit = BitOperations.TrailingZeroCount(candidates);
            hits |= raster.Contains(words[bit]) ? 1UL << bit : 0;
        }
        return hits;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Gather(ulong* from, Vector512<ulong> index) => Vector512.Create(
        Avx2.GatherVector256(from, index.GetLower().AsInt64(), sizeof(ulong)),
        Avx2.GatherVector256(from, index.GetUpper().AsInt64(), sizeof(ulong)));
}
