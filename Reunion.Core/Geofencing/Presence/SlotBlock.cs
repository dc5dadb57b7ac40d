using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Reunion.Core.Geofencing;

/// <summary>
/// A hash table of 4,096 slots: two parallel arrays of a page each, device ids and position words, with linear probing that wraps
/// around. A slot is empty when its id is 0. Guarded by the segment's lock.
/// </summary>
internal unsafe struct SlotBlock
{
    public const int SlotBits = 12;
    public const int Capacity = 1 << SlotBits;

    /// <summary>Slots that may be taken: enough stay empty that a search ends.</summary>
    public const int MaxUsed = Capacity - 64;

    private const int Width = 8;

    public ulong* Ids { get; private init; }

    public ulong* Words { get; private init; }

    public int Used { get; set; }

    public static SlotBlock Rent(PagePool pages)
    {
        var block = new SlotBlock { Ids = pages.Rent(), Words = pages.Rent() };
        NativeMemory.Clear(block.Ids, PagePool.PageBytes);
        NativeMemory.Clear(block.Words, PagePool.PageBytes);
        return block;
    }

    /// <summary>A block that is filled at once.</summary>
    public static SlotBlock RentUncleared(PagePool pages, int used) => new() { Ids = pages.Rent(), Words = pages.Rent(), Used = used };

    public readonly void Return(PagePool pages)
    {
        pages.Return(Ids);
        pages.Return(Words);
    }

    /// <summary>How many devices have no position.</summary>
    public readonly int CountUnplaced()
    {
        var count = 0;
        for (var slot = 0; slot < Capacity; slot++)
            count += Ids[slot] != 0 && Words[slot] == 0 ? 1 : 0;
        return count;
    }

    /// <summary>The device's slot, or the complement of the empty one where its search ends.</summary>
    public readonly int Find(ulong device, int home)
    {
        var wanted = Vector512.Create(device);
        var at = home & ~(Width - 1);
        // Before the home slot an empty one does not end the search.
        var counted = 0xFFUL << (home & (Width - 1));
        while (true)
        {
            var ids = Vector512.Load(Ids + at);
            var found = Vector512.Equals(ids, wanted).ExtractMostSignificantBits();
            if (found != 0)
                return at + BitOperations.TrailingZeroCount(found);
            var empty = Vector512.Equals(ids, Vector512<ulong>.Zero).ExtractMostSignificantBits() & counted;
            if (empty != 0)
                return ~(at + BitOperations.TrailingZeroCount(empty));
            at = (at + Width) & (Capacity - 1);
            counted = 0xFF;
        }
    }

    /// <summary>The first empty slot from a home slot on.</summary>
    public readonly int FindEmpty(int home)
    {
        while (Ids[home] != 0)
            home = (home + 1) & (Capacity - 1);
        return home;
    }
}
