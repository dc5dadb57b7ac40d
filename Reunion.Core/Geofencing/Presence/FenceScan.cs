using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Reunion.Core.Geofencing;

/// <summary>Finds the fresh positions of a block of words that lie in a raster.</summary>
internal static unsafe class FenceScan
{
    /// <summary>Eight words at a time are tested against the raster's bounding box; what is left is looked up row by row.</summary>
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
        for (; slot + Vector512<ulong>.Count <= count; slot += Vector512<ulong>.Count)
        {
            var word = Vector512.Load(words + slot);
            var inBox = Vector512.LessThanOrEqual(word - rowBase, rowReach)
                & Vector512.LessThanOrEqual((word << Grid.RowBits) - columnBase, columnReach);
            if (inBox == Vector512<ulong>.Zero)
                continue;
            inBox &= Vector512.LessThanOrEqual(latest - (word << Freshness.TimeShift), timeReach);
            inBox &= Vector512.Equals(word & known, known);
            for (var hits = inBox.ExtractMostSignificantBits(); hits != 0; hits &= hits - 1)
                TestRow(words, slot + System.Numerics.BitOperations.TrailingZeroCount(hits), raster, ref visitor);
        }
        for (; slot < count; slot++)
        {
            if (fresh.IsFresh(words[slot]) && words[slot] - raster.RowBase <= raster.RowReach)
                TestRow(words, slot, raster, ref visitor);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TestRow<TVisitor>(ulong* words, int slot, FenceRaster raster, ref TVisitor visitor)
        where TVisitor : struct, IHitVisitor
    {
        var word = words[slot];
        if (raster.RowContains((int)((word - raster.RowBase) >> PackedPosition.RowShift), word))
            visitor.Visit(slot, word);
    }
}
