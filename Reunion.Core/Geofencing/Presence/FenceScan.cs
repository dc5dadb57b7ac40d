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
                VisitTested(words, slot, isIn.ExtractMostSignificantBits(), raster, ref visitor);
                continue;
            }
            // Words outside the box look at the first row; what they find there does not count.
            var index = ((row & isIn) >> PackedPosition.RowShift) << 1;
            isIn &= Vector512.LessThanOrEqual(column - Gather(spans, index), Gather(spans + 1, index));
            for (var hits = isIn.ExtractMostSignificantBits(); hits != 0; hits &= hits - 1)
            {
                var hit = slot + BitOperations.TrailingZeroCount(hits);
                visitor.Visit(hit, words[hit]);
            }
        }
        for (; slot < count; slot++)
        {
            if (fresh.IsFresh(words[slot]) && raster.Contains(words[slot]))
                visitor.Visit(slot, words[slot]);
        }
    }

    private static void VisitTested<TVisitor>(ulong* words, int slot, ulong candidates, FenceRaster raster, ref TVisitor visitor)
        where TVisitor : struct, IHitVisitor
    {
        for (; candidates != 0; candidates &= candidates - 1)
        {
            var candidate = slot + BitOperations.TrailingZeroCount(candidates);
            if (raster.Contains(words[candidate]))
                visitor.Visit(candidate, words[candidate]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Gather(ulong* from, Vector512<ulong> index) => Vector512.Create(
        Avx2.GatherVector256(from, index.GetLower().AsInt64(), sizeof(ulong)),
        Avx2.GatherVector256(from, index.GetUpper().AsInt64(), sizeof(ulong)));
}
