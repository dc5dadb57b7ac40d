namespace Reunion.Core.Geofencing;

/// <summary>1,024 slots of a block in the course of a sweep, under their segment's lock.</summary>
/// <param name="segment">The segment.</param>
/// <param name="block">Which of its blocks.</param>
/// <param name="first">The block's slot that the chunk begins with.</param>
internal readonly unsafe ref struct SweepChunk(Segment segment, int block, int first)
{
    public const int SlotBits = 10;
    public const int Slots = 1 << SlotBits;

    /// <summary>Where the slot number of a candidate is; its tile stands above.</summary>
    public const uint SlotMask = Slots - 1;

    public Segment Segment { get; } = segment;

    /// <summary>The number of the first slot within the segment.</summary>
    public int FirstSlot { get; } = (block << SlotBlock.SlotBits) | first;

    public ulong* Ids { get; } = segment.Blocks[block].Ids + first;

    public ulong* Words { get; } = segment.Blocks[block].Words + first;

    /// <summary>The words of the chunk after it, or of this one when it is the segment's last.</summary>
    public ulong* NextWords { get; } = first + Slots < SlotBlock.Capacity
        ? segment.Blocks[block].Words + first + Slots
        : segment.Blocks[Math.Min(block + 1, segment.Blocks.Length - 1)].Words;
}
