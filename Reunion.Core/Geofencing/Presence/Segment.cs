using System.Runtime.Intrinsics.X86;

namespace Reunion.Core.Geofencing;

/// <summary>
/// The devices of a partner whose hashes begin with the same bits, in up to 16 blocks. Everything but the range is guarded by
/// <see cref="Gate"/>.
/// </summary>
/// <remarks>
/// A segment grows by one block when it is 94% full, and is split in two instead of growing beyond 16 blocks: no step moves more than
/// 65,536 phones, and the memory used stays within an eighth of what is needed. Hashes being even, segments of a table fill up at
/// the same time; so that one write does not wait for many of them, it may leave some a little fuller for the next.
/// </remarks>
internal sealed unsafe partial class Segment(ulong firstHash, int depth, DeviceHash hash, PagePool pages)
{
    public const int MaxBlocks = 16;
    private const double MaxLoad = 0.94;
    private const double StretchedLoad = 0.95;

    private readonly DeviceHash _hash = hash;
    private SlotBlock[] _blocks = [];

    public SegmentGate Gate { get; } = new();

    /// <summary>The lowest hash that belongs here.</summary>
    public ulong FirstHash { get; } = firstHash;

    /// <summary>How many top bits of the hash are fixed.</summary>
    public int Depth { get; } = depth;

    /// <summary>The highest hash that belongs here.</summary>
    public ulong LastHash => FirstHash | (Depth == 0 ? ulong.MaxValue : ulong.MaxValue >> Depth);

    public ReadOnlySpan<SlotBlock> Blocks => _blocks;

    public SlotMarks Marks { get; private set; } = new(0, pages.Bitmaps);

    /// <summary>Slots that hold a device, its position known or not.</summary>
    public int Used { get; private set; }

    /// <summary>Devices of which only an alert that was sent is known, not where they are.</summary>
    public int Unplaced { get; private set; }

    public int Capacity => _blocks.Length << SlotBlock.SlotBits;

    /// <summary>Whether its devices have moved to two other segments, or its index is closed.</summary>
    public bool IsRetired { get; private set; }

    public bool Covers(ulong deviceHash) => deviceHash >= FirstHash && deviceHash <= LastHash;

    public ulong WordAt(int slot) => _blocks[slot >> SlotBlock.SlotBits].Words[slot & (SlotBlock.Capacity - 1)];

    public ulong IdAt(int slot) => _blocks[slot >> SlotBlock.SlotBits].Ids[slot & (SlotBlock.Capacity - 1)];

    /// <summary>Notes a position of a slot's device.</summary>
    public void Place(int slot, ulong word)
    {
        ref var stored = ref _blocks[slot >> SlotBlock.SlotBits].Words[slot & (SlotBlock.Capacity - 1)];
        if (stored == 0)
            Unplaced--;
        stored = word;
    }

    /// <summary>Where the search for a device begins.</summary>
    public (int Block, int Home) Locate(ulong deviceHash)
    {
        var block = (int)Math.BigMul(deviceHash << Depth, (ulong)_blocks.Length, out var within);
        return (block, (int)(within >> (64 - SlotBlock.SlotBits)));
    }

    /// <summary>The device's slot, or a negative number.</summary>
    public int Find(ulong device, ulong deviceHash)
    {
        if (_blocks.Length == 0)
            return -1;
        var (block, home) = Locate(deviceHash);
        var slot = _blocks[block].Find(device, home);
        return slot >= 0 ? (block << SlotBlock.SlotBits) | slot : ~((block << SlotBlock.SlotBits) | ~slot);
    }

    /// <summary>Asks memory for what a search will read first. Needs no lock: at worst it asks for the wrong thing.</summary>
    public void Prefetch(ulong deviceHash)
    {
        var blocks = _blocks;
        if (!Sse.IsSupported || blocks.Length == 0)
            return;
        var block = blocks[(int)Math.BigMul(deviceHash << Depth, (ulong)blocks.Length, out var within)];
        var home = within >> (64 - SlotBlock.SlotBits);
        Sse.Prefetch0(block.Ids + home);
        Sse.Prefetch0(block.Words + home);
    }

    /// <summary>The device's slot, an added one without a position if need be; false when the segment must be split for it.</summary>
    public bool TryEnsure(ulong device, ulong deviceHash, out int slot)
    {
        var growths = 1;
        return TryEnsure(device, deviceHash, ref growths, out slot);
    }

    /// <summary>The same in a write of many.</summary>
    /// <param name="device">The device.</param>
    /// <param name="deviceHash">Its hash.</param>
    /// <param name="growths">How often segments may still grow in this write unless they must; counted down.</param>
    /// <param name="slot">The slot.</param>
    public bool TryEnsure(ulong device, ulong deviceHash, ref int growths, out int slot)
    {
        slot = Find(device, deviceHash);
        if (slot >= 0)
            return true;
        while (!HasRoomFor(deviceHash, growths > 0 ? MaxLoad : StretchedLoad))
        {
            growths--;
            if (_blocks.Length == MaxBlocks)
                return false;
            Rebuild(_blocks.Length + 1);
            slot = Find(device, deviceHash);
        }
        slot = ~slot;
        Take(slot, device);
        return true;
    }

    /// <summary>Forgets a position; the device too, unless an alert was sent to it.</summary>
    /// <returns>Whether the slot holds another device now: one that came from behind it.</returns>
    public bool Forget(int slot)
    {
        if (WordAt(slot) != 0)
            Unplaced++;
        _blocks[slot >> SlotBlock.SlotBits].Words[slot & (SlotBlock.Capacity - 1)] = 0;
        return !Marks.IsAnySet(slot) && Remove(slot);
    }

    public void Retire()
    {
        IsRetired = true;
        foreach (var block in _blocks)
            block.Return(pages);
        Marks.Clear();
        _blocks = [];
        Used = Unplaced = 0;
    }

    /// <summary>Takes blocks as they were saved, in place of what there is.</summary>
    public void Adopt(SlotBlock[] blocks)
    {
        _blocks = blocks;
        Used = blocks.Sum(block => block.Used);
        Unplaced = blocks.Sum(block => block.CountUnplaced());
        Marks = new SlotMarks(_blocks.Length, pages.Bitmaps);
    }

    private bool HasRoomFor(ulong deviceHash, double load) =>
        Used + 1 <= Capacity * load && _blocks[Locate(deviceHash).Block].Used < SlotBlock.MaxUsed;

    private void Take(int slot, ulong device)
    {
        ref var block = ref _blocks[slot >> SlotBlock.SlotBits];
        block.Ids[slot & (SlotBlock.Capacity - 1)] = device;
        block.Used++;
        Used++;
        Unplaced++;
    }

    /// <summary>Empties a slot without a position, and moves up what was pushed past it, so that every search still ends where it should.</summary>
    private bool Remove(int slot)
    {
        const int Mask = SlotBlock.Capacity - 1;
        ref var block = ref _blocks[slot >> SlotBlock.SlotBits];
        var (first, gap) = (slot & ~Mask, slot & Mask);
        for (var next = (gap + 1) & Mask; block.Ids[next] != 0; next = (next + 1) & Mask)
        {
            var home = Locate(_hash.Of(block.Ids[next])).Home;
            if (((next - home) & Mask) < ((next - gap) & Mask))
                continue;
            block.Ids[gap] = block.Ids[next];
            block.Words[gap] = block.Words[next];
            Marks.Move(first | next, first | gap);
            gap = next;
        }
        block.Ids[gap] = 0;
        block.Words[gap] = 0;
        block.Used--;
        Used--;
        Unplaced--;
        return gap != (slot & Mask);
    }
}
