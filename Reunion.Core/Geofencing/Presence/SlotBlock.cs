using System.Runtime.InteropServices;

namespace Reunion.Core.Geofencing;

/// <summary>
/// The slots of a segment: two parallel arrays in native memory, device ids and position words, with linear probing from a home
/// slot that is the device's hash scaled to the capacity. Guarded by the segment's lock.
/// </summary>
/// <remarks>
/// A slot is empty (id 0, word 0), vacated (id 0, word <see cref="PackedPosition.Taken"/>: probing goes on past it), or holds a
/// device, with or without a known position. Homes rise with the hash, so moving to a larger block reads and writes in order.
/// </remarks>
internal sealed unsafe class SlotBlock : IDisposable
{
    private const int Alignment = 64;
    private readonly int _depth;

    /// <param name="capacity">Slots, any number above 0.</param>
    /// <param name="depth">How many of the hash's top bits all devices of the segment share.</param>
    public SlotBlock(int capacity, int depth)
    {
        Capacity = capacity;
        _depth = depth;
        Ids = Allocate(capacity);
        Words = Allocate(capacity);
        Marks = new SlotMarks(capacity);
    }

    public int Capacity { get; }

    public ulong* Ids { get; private set; }

    public ulong* Words { get; private set; }

    public SlotMarks Marks { get; }

    /// <summary>Slots that are not empty, vacated ones included.</summary>
    public int Used { get; private set; }

    public int Vacated { get; private set; }

    public long Bytes => 2L * Capacity * sizeof(ulong) + Marks.Bytes;

    public Span<ulong> WordSpan => new(Words, Capacity);

    /// <summary>The device's slot, or −1.</summary>
    public int Find(ulong device, ulong hash)
    {
        for (var slot = HomeOf(hash); ; slot = Next(slot))
        {
            if (Ids[slot] == device)
                return slot;
            if (Words[slot] == 0)
                return -1;
        }
    }

    /// <summary>Takes a slot, without a position, for a device that has none. There must be an empty slot.</summary>
    public int Insert(ulong device, ulong hash)
    {
        var slot = HomeOf(hash);
        while (Ids[slot] != 0)
            slot = Next(slot);
        if (Words[slot] == 0)
            Used++;
        else
            Vacated--;
        Ids[slot] = device;
        Words[slot] = PackedPosition.Taken;
        return slot;
    }

    /// <summary>Forgets a position; the device's id too, unless it stands for an alert that was sent to it.</summary>
    public void Forget(int slot)
    {
        Words[slot] = PackedPosition.Taken;
        if (Ids[slot] == 0 || Marks.IsAnySet(slot))
            return;
        Ids[slot] = 0;
        Vacated++;
    }

    /// <summary>Moves a slot of another block, of the same or a shorter depth, here.</summary>
    public void TakeOver(SlotBlock from, int fromSlot, ulong hash)
    {
        var slot = Insert(from.Ids[fromSlot], hash);
        Words[slot] = from.Words[fromSlot];
        from.Marks.CopyTo(Marks, fromSlot, slot);
    }

    public void Dispose()
    {
        NativeMemory.AlignedFree(Ids);
        NativeMemory.AlignedFree(Words);
        Ids = Words = null;
    }

    private int HomeOf(ulong hash) => (int)Math.BigMul(hash << _depth, (ulong)Capacity, out _);

    private int Next(int slot) => ++slot == Capacity ? 0 : slot;

    private static ulong* Allocate(int capacity)
    {
        var bytes = (nuint)capacity * sizeof(ulong);
        var memory = NativeMemory.AlignedAlloc((bytes + Alignment - 1) / Alignment * Alignment, Alignment);
        NativeMemory.Clear(memory, bytes);
        return (ulong*)memory;
    }
}
