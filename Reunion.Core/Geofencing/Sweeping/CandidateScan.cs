using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Reunion.Core.Geofencing;

/// <summary>Goes over position words and lists those that are fresh and within a box, with their tiles.</summary>
/// <remarks>
/// Without a branch on what the words hold. With AVX-512 sixteen words are taken at a time, their halves side by side, and the
/// candidates among them moved to the front of a register and stored at once; elsewhere they go one by one.
/// </remarks>
internal static unsafe class CandidateScan
{
    private const int Width = 16;

    /// <summary>Hands the candidates of a segment to a sink, chunk by chunk.</summary>
    /// <param name="segment">The segment, locked.</param>
    /// <param name="box">Where to look.</param>
    /// <param name="fresh">What counts as fresh.</param>
    /// <param name="told">Slots to leave out, as a bitmap.</param>
    /// <param name="sink">Takes them.</param>
    [SkipLocalsInit]
    public static void Run(Segment segment, in TileBox box, Freshness fresh, ulong[] told, ICandidateSink sink)
    {
        var listed = stackalloc uint[SweepChunk.Slots + Width];
        fixed (ulong* marks = told)
        {
            for (var block = 0; block < segment.Blocks.Length; block++)
            {
                for (var first = 0; first < SlotBlock.Capacity; first += SweepChunk.Slots)
                {
                    var chunk = new SweepChunk(segment, block, first);
                    var marked = (ushort*)marks + chunk.FirstSlot / Width;
                    var count = Avx512F.IsSupported
                        ? ListWide(chunk.Words, chunk.NextWords, marked, box, fresh, listed)
                        : List(chunk.Words, marked, box, fresh, listed);
                    if (count > 0)
                        sink.Take(chunk, listed, count);
                }
            }
        }
    }

    /// <summary>Lists the candidates of one chunk on any processor.</summary>
    /// <param name="words">The chunk's words.</param>
    /// <param name="marked">The bits of slots to leave out.</param>
    /// <param name="box">Where to look.</param>
    /// <param name="fresh">What counts as fresh.</param>
    /// <param name="candidates">Room for 1,040.</param>
    /// <returns>How many there are.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static int List(ulong* words, ushort* marked, in TileBox box, Freshness fresh, uint* candidates)
    {
        var count = 0;
        for (var slot = 0; slot < SweepChunk.Slots; slot++)
        {
            var tile = box.TileOf(words[slot]);
            candidates[count] = ((uint)tile << SweepChunk.SlotBits) | (uint)slot;
            var isMarked = ((marked[slot / Width] >> (slot & (Width - 1))) & 1) != 0;
            count += tile >= 0 & fresh.IsFresh(words[slot]) & !isMarked ? 1 : 0;
        }
        return count;
    }

    /// <summary>Lists the candidates of one chunk with AVX-512; the same list.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static int ListWide(ulong* words, ulong* nextWords, ushort* marked, in TileBox box, Freshness fresh, uint* candidates)
    {
        Vector512<uint> rowBase = Vector512.Create(box.RowBase), rowReach = Vector512.Create(box.RowReach);
        Vector512<uint> columnBase = Vector512.Create(box.ColumnBase), columnReach = Vector512.Create(box.ColumnReach);
        Vector512<uint> latest = Vector512.Create(fresh.Latest), timeReach = Vector512.Create(fresh.Reach);
        var known = Vector512.Create((uint)PackedPosition.Known);
        var upper = Vector512.Create(1U, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31);
        var lower = Vector512.Create(0U, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30);
        var lanes = Vector512.Create(1U, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768);
        var slots = Vector512.Create(0U, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
        // What is less than a tile falls off on the right; the tile then stands right above the bits of the slot.
        var rowDown = Vector512.Create((uint)(PackedPosition.UpperBits + box.BlockRowShift));
        var rowUp = Vector512.Create((uint)(box.StrideBits + SweepChunk.SlotBits));
        var columnDown = Vector512.Create((uint)(PackedPosition.UpperBits + box.BlockColumnShift));
        var count = 0;
        for (var slot = 0; slot < SweepChunk.Slots; slot += Width)
        {
            // The next chunk comes in meanwhile: waiting for memory would take longer than all of this.
            Sse.Prefetch0(nextWords + slot);
            Sse.Prefetch0(nextWords + slot + Width / 2);
            var first = Vector512.Load((uint*)(words + slot));
            var second = Vector512.Load((uint*)(words + slot) + Width);
            var place = Avx512F.PermuteVar16x32x2(first, upper, second);
            var row = place - rowBase;
            var column = (place << PackedPosition.UpperBits) - columnBase;
            var rest = Avx512F.PermuteVar16x32x2(first, lower, second);
            var isIn = Vector512.LessThanOrEqual(row, rowReach)
                & Vector512.LessThanOrEqual(column, columnReach)
                & Vector512.LessThanOrEqual(latest - (rest << Freshness.TimeShift), timeReach)
                & Vector512.Equals(rest & known, known)
                & Vector512.Equals(Vector512.Create((uint)marked[slot / Width]) & lanes, Vector512<uint>.Zero);
            var candidate = Avx512F.ShiftLeftLogicalVariable(Avx512F.ShiftRightLogicalVariable(row, rowDown), rowUp)
                | (Avx512F.ShiftRightLogicalVariable(column, columnDown) << SweepChunk.SlotBits)
                | slots;
            Avx512F.Compress(Vector512<uint>.Zero, isIn, candidate).Store(candidates + count);
            count += BitOperations.PopCount(isIn.ExtractMostSignificantBits());
            slots += Vector512.Create((uint)Width);
        }
        return count;
    }
}
