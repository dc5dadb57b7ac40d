using System.Runtime.CompilerServices;

namespace Reunion.Core.Geofencing;

// How a segment's devices move when it gets more or fewer blocks, or is split.
internal sealed unsafe partial class Segment
{
    private const double CompactLoad = 0.6;
    private const double CompactedLoad = 0.85;

    /// <summary>Gives blocks back when most slots are empty.</summary>
    public void Compact()
    {
        if (Used < Capacity * CompactLoad)
            Rebuild((int)Math.Ceiling(Used / (SlotBlock.Capacity * CompactedLoad)));
    }

    /// <summary>Moves everything to two new segments and retires.</summary>
    public (Segment Low, Segment High) Split()
    {
        var low = new Segment(FirstHash, Depth + 1, _hash, pages);
        var high = new Segment(FirstHash | (1UL << (63 - Depth)), Depth + 1, _hash, pages);
        var blocks = (int)Math.Ceiling(Used / 2 / (SlotBlock.Capacity * MaxLoad)) + 1;
        low.Rebuild(blocks);
        high.Rebuild(blocks);
        MoveAll(this, low, high);
        Retire();
        return (low, high);
    }

    private void Rebuild(int blocks)
    {
        var before = new Segment(FirstHash, Depth, _hash, pages) { _blocks = _blocks, Marks = Marks };
        _blocks = new SlotBlock[blocks];
        for (var i = 0; i < blocks; i++)
            _blocks[i] = SlotBlock.Rent(pages);
        Marks = new SlotMarks(blocks, pages.Bitmaps);
        Used = Unplaced = 0;
        MoveAll(before, this, this);
        before.Retire();
    }

    /// <summary>Moves all devices of a segment to two that share its hashes, or twice the same.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MoveAll(Segment from, Segment low, Segment high)
    {
        var hash = low._hash;
        var border = high.FirstHash;
        var slot = 0;
        foreach (ref readonly var block in from.Blocks)
        {
            for (var i = 0; i < SlotBlock.Capacity; i++, slot++)
            {
                if (block.Ids[i] == 0)
                    continue;
                var deviceHash = hash.Of(block.Ids[i]);
                var to = deviceHash >= border ? high : low;
                var place = to.Append(block.Ids[i], block.Words[i], deviceHash);
                if (from.Marks.HasAny)
                    from.Marks.CopyTo(to.Marks, slot, place);
            }
        }
    }

    private int Append(ulong device, ulong word, ulong deviceHash)
    {
        var (at, home) = Locate(deviceHash);
        while (_blocks[at].Used >= SlotBlock.MaxUsed)
        {
            Rebuild(_blocks.Length + 1);
            (at, home) = Locate(deviceHash);
        }
        ref var block = ref _blocks[at];
        var slot = block.FindEmpty(home);
        block.Ids[slot] = device;
        block.Words[slot] = word;
        block.Used++;
        Used++;
        Unplaced += word == 0 ? 1 : 0;
        return (at << SlotBlock.SlotBits) | slot;
    }
}
